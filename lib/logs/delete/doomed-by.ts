import { z } from "zod";
import { idFloor } from "@/lib/kernel/ids";
import { selectionOf } from "../log-selection";
import { logFilters } from "../schemas";
import type { Doomed } from "./deletion.repo";

/** What a deletion keeps of what was asked: the filters as they were given, and the instant they were given at. */
export const logDeletionInput = z.object({
  filters: z.record(z.string(), z.string()),
  ids: z.array(z.uuid()).nullable(),
  storeId: z.string().nullable(),
  asOf: z.iso.datetime(),
});
export type LogDeletionInput = z.output<typeof logDeletionInput>;

type Asker = Parameters<typeof selectionOf>[0];

/** Which logs a deletion is about, the same at every step: ranges end where they ended when it was asked for. */
export async function doomedBy(
  { merchantId, tx }: Pick<Asker, "merchantId" | "tx">,
  { filters, ids, storeId, asOf }: LogDeletionInput,
): Promise<Doomed> {
  const now = new Date(asOf);
  const asker = { merchantId, storeId, now, ...(tx ? { tx } : {}) };
  return {
    selection: await selectionOf(asker, logFilters.parse(filters)),
    ids,
    madeBefore: idFloor(new Date(now.getTime() + 1)),
  };
}
