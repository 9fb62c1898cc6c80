import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { fetchFileTask, startFileTask, type TaskKey } from "@/lib/tasks";
import { ENTRY_TYPES } from "../core";
import {
  countExportableEntries,
  exportLedger,
  type ExportLedgerInput,
  type LedgerExport,
} from "./export-ledger";

const text = z.string().optional();
const storedInput = z.object({
  types: z.array(z.enum(ENTRY_TYPES)).optional(),
  ...{ from: text, to: text, actor: text, module: text, model: text, externalId: text },
});
const FILE = { kind: "ledger_export", permission: "usage:read" } as const;

/**
 * Prepares an export of the ledger that shows as a task how far it is, for `fetchLedgerExport` to read once. Throws as
 * `exportLedger` does.
 */
export async function startLedgerExport(ctx: Ctx, input: ExportLedgerInput): Promise<TaskKey> {
  requireCan(ctx, FILE.permission);
  return startFileTask(ctx, { ...FILE, input, total: await countExportableEntries(ctx, input) });
}

/** The file of an export that was prepared, once. Throws `not_found` and `conflict` as `fetchFileTask` does. */
export async function fetchLedgerExport(ctx: Ctx, taskId: string, clock: () => Date): Promise<LedgerExport> {
  requireCan(ctx, FILE.permission);
  const open = (input: unknown) => exportLedger(ctx, storedInput.parse(input));
  return fetchFileTask(ctx, taskId, { ...FILE, open, clock });
}
