import { type Ctx, requireCan } from "@/lib/access";
import { renewTask, resumeTask } from "@/lib/tasks";
import { requireImport } from "./import-tasks";
import { type CompleteImportInput, completeImportInput } from "./schemas";

/** Says how many rows the file has, all of which were added: a worker takes the import up. A repeat does nothing. */
export async function completeImport(ctx: Ctx, input: CompleteImportInput): Promise<void> {
  requireCan(ctx, "usage:write");
  const { task: id, rows } = completeImportInput.parse(input);
  await requireImport(ctx, id);
  const key = { merchantId: ctx.merchantId, id };
  await renewTask(key, ctx.now, rows);
  await resumeTask(key);
}
