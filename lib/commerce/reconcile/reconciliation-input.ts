import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";
import { instantField, orAbsent } from "@/lib/kernel/fields";

export const startReconciliationInput = z.strictObject({
  /** Absent: since the last time. */
  since: orAbsent(instantField),
});
export type StartReconciliationInput = z.input<typeof startReconciliationInput>;

export const differencesQuery = pageQuery.extend({
  task: z.uuid("must be the id of a reconciliation's task"),
});
export type DifferencesQuery = z.input<typeof differencesQuery>;
