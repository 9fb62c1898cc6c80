"use server";

import { AppError } from "@/lib/kernel/errors";
import { fingerprintOf } from "@/lib/kernel/fingerprint";
import { newId } from "@/lib/kernel/ids";
import { creditsToString } from "@/lib/kernel/micros";
import { startOfDay } from "@/lib/kernel/start-of-day";
import { readTypedCredits } from "@/lib/kernel/typed-credits";
import { getTask, stopTask, type Task } from "@/lib/tasks";
import { isOver } from "@/lib/tasks/schemas";
import { previewBulkGrant, startBulkGrant } from "@/lib/wallets";
import { defineAction } from "@/lib/web";
import { z } from "zod";

export type BulkInput = {
  readonly csv: string | null;
  readonly search: string;
  readonly role: string;
  readonly amount: string;
  readonly category: string;
  readonly expires: string;
  readonly priority: number;
  readonly reason: string;
};

const formShape = z.object({
  csv: z.string().nullable(),
  search: z.string().trim(),
  role: z.string().trim(),
  // What is no amount goes on as it is, for the verb to refuse by name.
  amount: z.string().transform((text) => {
    const typed = readTypedCredits(text);
    return typed === null ? text : creditsToString(typed);
  }),
  category: z.enum(["paid", "promotional"]),
  expires: z.union([z.literal(""), z.iso.date()]),
  priority: z.number(),
  reason: z.string(),
});

/** The form as the verb takes it. The same list is the same bulk grant; a filter finds others each time. */
function inputOf(form: BulkInput, timeZone: string, id: string | null) {
  const { csv, search, role, amount, category, expires, priority, reason } = formShape.parse(form);
  const expiresAt = expires === "" ? null : startOfDay(expires, timeZone).toISOString();
  const shared = { category, priority, reason, expiresAt };
  if (csv !== null) {
    return { id: id ?? `list:${fingerprintOf("list", { csv, ...shared })}`, csv, ...shared };
  }
  const filter = { search: search === "" ? null : search, role: role === "" ? null : role };
  return { id: id ?? "", filter, amount, ...shared };
}

export const previewBulkAction = defineAction(async (ctx, form: BulkInput) => {
  const id = form.csv === null ? `filter:${newId(ctx.now)}` : null;
  const input = inputOf(form, ctx.merchant.timeZone, id);
  return { id: input.id, ...(await previewBulkGrant(ctx, input)) };
});

type Start = { readonly form: BulkInput; readonly id: string; readonly again: boolean };

/** Starts what was previewed; `again` grants a list that was granted before once more. */
export const startBulkAction = defineAction(async (ctx, { form, id, again }: Start) => {
  const key = again ? `${id}:${newId(ctx.now)}` : id;
  const { task } = await startBulkGrant(ctx, inputOf(form, ctx.merchant.timeZone, key));
  return viewOf(await getTask(ctx, task.id));
});

export const bulkTaskAction = defineAction(async (ctx, id: string) =>
  viewOf(requireBulk(await getTask(ctx, id))),
);

export const stopBulkAction = defineAction(async (ctx, id: string) => {
  requireBulk(await getTask(ctx, id));
  return viewOf(await stopTask(ctx, id));
});

function requireBulk(task: Task): Task {
  if (task.kind !== "bulk_grant") throw new AppError("not_found", "There is no bulk grant with this id.");
  return task;
}

const resultShape = z
  .object({ granted: z.number(), problemCount: z.number() })
  .catch({ granted: 0, problemCount: 0 });

function viewOf(task: Task) {
  const { id, state, error } = task;
  const { granted, problemCount } = resultShape.parse(task.result);
  const total = task.total === null ? 0 : Number(task.total);
  return {
    id,
    state,
    error,
    done: Number(task.done),
    total,
    granted,
    left: problemCount,
    over: isOver(state),
  };
}
