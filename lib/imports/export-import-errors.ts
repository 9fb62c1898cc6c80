import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { csvLine, type LogExport } from "@/lib/logs";
import { findErrors } from "./imports.repo";
import { importInput, requireImport } from "./import-tasks";

const errorsShape = z.array(z.object({ row: z.number(), wrong: z.string(), cells: z.array(z.string()) }));

/**
 * The rows of an import that were not brought in, as a CSV file: the line of each, what is wrong with it, and its cells,
 * to be put right and imported again. Throws `not_found` for a task that is no import of this merchant.
 */
export async function exportImportErrors(ctx: Ctx, taskId: string): Promise<LogExport> {
  requireCan(ctx, "usage:read");
  const task = await requireImport(ctx, taskId);
  const { fileName, header } = importInput.parse(task.input);
  return {
    fileName: `problems-of-${fileName.replace(/[^\p{L}\p{N}._-]+/gu, "-")}`,
    mediaType: "text/csv; charset=utf-8; header=present",
    pieces: writeErrors({ merchantId: ctx.merchantId, taskId: task.id }, header),
  };
}

async function* writeErrors(task: { merchantId: string; taskId: string }, header: readonly string[]) {
  yield { text: `\uFEFF${csvLine(["Line", "Problem", ...header])}`, rows: 0 };
  for (let after = -1; ;) {
    const parts = await findErrors({}, task, after);
    const last = parts.at(-1);
    if (!last) return;
    after = last.sequence;
    const errors = parts.flatMap((part) => errorsShape.parse(part.errors));
    const text = errors.map(({ row, wrong, cells }) => csvLine([String(row), wrong, ...cells])).join("");
    yield { text, rows: errors.length };
  }
}
