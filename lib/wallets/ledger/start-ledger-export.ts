import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { ENTRY_TYPES } from "../core";
import { followTask, getTask, startTask, type TaskKey } from "@/lib/tasks";
import {
  countExportableEntries,
  exportLedger,
  type ExportLedgerInput,
  type LedgerExport,
} from "./export-ledger";

const given = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const text = z.string().optional();
const storedInput = z.object({
  types: z.array(z.enum(ENTRY_TYPES)).optional(),
  ...{ from: text, to: text, actor: text, module: text, model: text, externalId: text },
});

/**
 * Prepares an export of the ledger that shows as a task how far it is, for `fetchLedgerExport` to read once. Nothing is
 * written yet. Throws as `exportLedger` does.
 */
export async function startLedgerExport(ctx: Ctx, input: ExportLedgerInput): Promise<TaskKey> {
  requireCan(ctx, "usage:read");
  const total = await countExportableEntries(ctx, input);
  return startTask(ctx, {
    kind: "ledger_export",
    permission: "usage:read",
    input: given.parse(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))),
    total,
    queue: false,
  });
}

/**
 * The file of an export that was prepared, once. Its task follows the reader; stopping it breaks the file off.
 * Throws `not_found` for a task that is no export of this merchant's ledger, and `conflict` for one that was fetched.
 */
export async function fetchLedgerExport(ctx: Ctx, taskId: string, clock: () => Date): Promise<LedgerExport> {
  requireCan(ctx, "usage:read");
  const task = await getTask(ctx, taskId);
  if (task.kind !== "ledger_export") throw new AppError("not_found", "There is no export with this id.");
  const file = await exportLedger(ctx, storedInput.parse(task.input));
  const key = { merchantId: ctx.merchantId, id: task.id };
  return { ...file, pieces: followTask(key, file.pieces, clock) };
}
