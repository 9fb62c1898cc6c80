import type { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { readSql, type Sql, sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { fingerprintOf } from "@/lib/kernel/fingerprint";
import { creditsToString } from "@/lib/kernel/micros";
import { resumeTask, startTask, type TaskKey } from "@/lib/tasks";
import { findAnswer, keepAnswer, type StoredAnswer } from "../idempotency.repo";
import { type BulkGrantInput, bulkGrantInput } from "../schemas";
import { countKnown, insertRows, insertRowsFor } from "./bulk-grants.repo";
import { type BulkPlan, planBulkGrant } from "./plan-bulk-grant";

const PROBLEMS_SHOWN = 100;
const ROWS_PER_INSERT = 5_000;

export type BulkPreview = {
  readonly grants: number;
  readonly customers: number;
  /** Customers that do not exist yet: the grant makes them. */
  readonly newCustomers: number;
  /** Credits as a decimal string. */
  readonly total: string;
  readonly problems: readonly { row: number; path: string; message: string }[];
  readonly problemCount: number;
  /** The task that granted the same before; then starting it grants nothing again. */
  readonly grantedBy: string | null;
};

/** Tells what a bulk grant would do, row by row where something is wrong, and does nothing. */
export async function previewBulkGrant(
  ctx: Ctx,
  given: z.input<typeof bulkGrantInput>,
): Promise<BulkPreview> {
  requireCan(ctx, "credits:write");
  const input = bulkGrantInput.parse(given);
  const plan = await planBulkGrant(ctx, input);
  const sql = readSql();
  const ids = [...new Set(plan.rows.map(({ grant }) => grant.customer))];
  const known = ids.length === 0 ? 0 : await countKnown(sql, ctx.merchantId, ids);
  const before = await findAnswer(sql, keyOf(ctx, input));
  return {
    grants: plan.grants,
    customers: plan.filtered?.ids.length ?? ids.length,
    newCustomers: ids.length - known,
    total: creditsToString(plan.total),
    problems: plan.problems.slice(0, PROBLEMS_SHOWN),
    problemCount: plan.problems.length,
    grantedBy: before === null ? null : taskIn(before),
  };
}

/**
 * Grants credits to many in the background: every good row of a list, or all customers whom a filter finds now. Rows
 * with a problem are left out and told in the task's result. The same `id` with the same content is the same task again
 * (`replayed`); with another one it is a `conflict`. Throws `invalid_input` when there is nothing to grant.
 */
export async function startBulkGrant(
  ctx: Ctx,
  given: z.input<typeof bulkGrantInput>,
): Promise<{ task: TaskKey; replayed: boolean }> {
  requireCan(ctx, "credits:write");
  const input = bulkGrantInput.parse(given);
  const fingerprint = fingerprintOf("bulk_grant", contentOf(input));
  const before = await findAnswer(readSql(), keyOf(ctx, input));
  if (before) return repeatOf(ctx, before, fingerprint);
  const plan = await planBulkGrant(ctx, input);
  if (plan.grants === 0) throw new AppError("invalid_input", "There is nothing to grant.");

  const task = await withTx(ctx, async (tx) => {
    const sql = sqlOf(tx);
    const made = await startTask({ ...ctx, tx }, about(input, plan));
    const kept = { fingerprint, answer: { task: made.id }, now: ctx.now };
    if (!(await keepAnswer(sql, keyOf(ctx, input), kept))) throw taken();
    await keepRows(sql, made, plan);
    await recordAudit(tx, ctx, {
      action: "credits.bulk_grant",
      entity: "task",
      entityId: made.id,
      details: { id: input.id, grants: plan.grants, total: creditsToString(plan.total) },
    });
    return made;
  });
  await resumeTask(task);
  return { task, replayed: false };
}

function about(input: BulkGrantInput, plan: BulkPlan) {
  const { id, filter, csv } = input;
  return {
    kind: "bulk_grant",
    permission: "credits:write",
    input: {
      id,
      source: csv == null ? "filter" : "list",
      filter: filter ? { search: filter.search ?? null, role: filter.role ?? null } : null,
      total: creditsToString(plan.total),
      problems: plan.problems.slice(0, PROBLEMS_SHOWN).map((each) => ({ ...each })),
      problemCount: plan.problems.length,
    },
    total: plan.grants,
    // A worker takes it up once all of its rows are kept.
    queue: false,
  } as const;
}

async function keepRows(sql: Sql, { merchantId, id: taskId }: TaskKey, plan: BulkPlan): Promise<void> {
  const task = { merchantId, taskId };
  if (plan.filtered) await insertRowsFor(sql, task, plan.filtered);
  for (let first = 0; first < plan.rows.length; first += ROWS_PER_INSERT) {
    await insertRows(sql, task, plan.rows.slice(first, first + ROWS_PER_INSERT));
  }
}

function keyOf({ merchantId }: Ctx, { id }: BulkGrantInput) {
  return { merchantId, kind: "bulk_grant", key: id };
}

function contentOf({ amount, ...input }: BulkGrantInput): object {
  return { ...input, amount: amount == null ? null : creditsToString(amount) };
}

async function repeatOf(by: Ctx, before: StoredAnswer, fingerprint: string) {
  if (before.fingerprint !== fingerprint) throw taken();
  return { task: { merchantId: by.merchantId, id: taskIn(before) }, replayed: true };
}

function taskIn({ answer }: StoredAnswer): string {
  return String(answer["task"]);
}

function taken(): AppError {
  return new AppError("conflict", "This id was used for another bulk grant.");
}
