import { z } from "zod";
import type { ReplayReport } from "@/lib/pricing";
import type { Task } from "@/lib/tasks";
import { isOver } from "@/lib/tasks/schemas";

const name = z.string().nullable();
const both = { now: z.string(), draft: z.string(), change: z.string() };
const customer = z.object({ customer: z.string(), name, requests: z.number(), ...both });

const reportShape: z.ZodType<ReplayReport> = z.object({
  range: z.string(),
  from: z.string(),
  until: z.string(),
  requests: z.number(),
  charged: z.string(),
  ...both,
  unpriced: z.object({ now: z.number(), draft: z.number() }),
  models: z.array(
    z.object({
      module: name,
      operation: z.string(),
      provider: name,
      model: name,
      requests: z.number(),
      ...both,
    }),
  ),
  modelsLeftOut: z.number(),
  customers: z.object({ more: z.number(), less: z.number(), same: z.number() }),
  guests: z.object({ requests: z.number(), ...both }),
  payMore: z.array(customer),
  payLess: z.array(customer),
});

/** A replay that goes on in the background. */
export type ReplayTask = {
  readonly id: string;
  readonly done: number;
  readonly total: number | null;
  /** Why it ended without a report; null while it goes on. */
  readonly ended: string | null;
};

export type ReplayState =
  | { readonly report: ReplayReport; readonly task: null }
  | { readonly report: null; readonly task: ReplayTask };

/** How far the task of a replay is, or what it came to. */
export function toReplayState(task: Task): ReplayState {
  const parsed = reportShape.safeParse(task.result);
  if (task.state === "done" && parsed.success) return { report: parsed.data, task: null };
  const total = task.total === null ? null : Number(task.total);
  const ended = isOver(task.state) ? (task.error ?? "It was stopped.") : null;
  return { report: null, task: { id: task.id, done: Number(task.done), total, ended } };
}
