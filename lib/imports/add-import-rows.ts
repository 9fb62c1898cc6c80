import { type Ctx, requireCan } from "@/lib/access";
import { prisma, sqlOf } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { renewTask } from "@/lib/tasks";
import { addPart } from "./imports.repo";
import { requireImport } from "./import-tasks";
import { type ImportRowsInput, importRowsInput } from "./schemas";

/**
 * Adds the next rows of the file to an import. A repeat adds nothing. Throws `conflict` for an import that has begun to
 * run or is over.
 */
export async function addImportRows(ctx: Ctx, input: ImportRowsInput): Promise<void> {
  requireCan(ctx, "usage:write");
  const { task: id, ...part } = importRowsInput.parse(input);
  const task = await requireImport(ctx, id);
  if (task.state !== "queued") throw new AppError("conflict", "This import takes no more rows.");
  const key = { merchantId: ctx.merchantId, id };
  await addPart(sqlOf(ctx.tx ?? prisma), { merchantId: ctx.merchantId, taskId: id }, part);
  await renewTask(key, ctx.now, null);
}
