import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";

export { millisLeft } from "./core/time-left";

/** `done`, `stopped` and `failed` are ends: nothing happens to a task after them. */
export const TASK_STATES = ["queued", "running", "done", "stopped", "failed"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What goes on in the background. */
export const TASK_KINDS = [
  "log_deletion",
  "log_export",
  "ledger_export",
  "log_retention",
  "log_import",
  "pricing_replay",
  "verification",
  "bulk_grant",
  "merchant_export",
  "reconciliation",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const listTasksInput = pageQuery.extend({
  kind: z.enum(TASK_KINDS).optional(),
  /** Only those that are queued or running. */
  unfinished: z.stringbool("must be true or false").optional(),
});
export type ListTasksInput = z.input<typeof listTasksInput>;

/** Whether nothing more will happen to a task in this state. */
export function isOver(state: TaskState): boolean {
  return state !== "queued" && state !== "running";
}
