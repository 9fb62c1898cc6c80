import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { startTask, type TaskKey } from "@/lib/tasks";
import { emptyTally, type PayerTotals, replay } from "../core/replay";
import { addPayer, noShifts } from "../core/shifts";
import { type ReplayInput, replayInput } from "../schemas";
import { countRequests } from "../traffic.repo";
import { planJson, planReplay, type ReplayPlan, rulesOfPlan } from "./replay-plan";
import { type ReplayReport, replayReport } from "./replay-report";
import { findRequests } from "./replay.repo";

/** A replay is done, or goes on in the background: its report will be the task's result. */
export type Replay =
  { readonly report: ReplayReport; readonly task: null } | { readonly report: null; readonly task: TaskKey };

/** As many are priced again while one waits; about a second. */
const MOST_AT_ONCE = 20_000n;
const PER_READ = 5_000;

/**
 * Prices the recorded requests of the last days again, exactly: under the rules as they stand, and as they would with
 * the draft. Nothing is charged or changed. Many requests are done in the background.
 *
 * Throws as saving the draft would: `not_found`, `invalid_input`, `conflict`; `forbidden` for a key bound to a store,
 * because prices are the same in every store.
 */
export async function replayPricing(
  ctx: Ctx,
  input: ReplayInput,
  { queue = true }: { queue?: boolean } = {},
): Promise<Replay> {
  requireCan(ctx, "usage:read");
  const wish = replayInput.parse(input);
  if (ctx.storeId !== null)
    throw new AppError("forbidden", `This key may act for the store "${ctx.storeId}" only.`);
  const plan = await planReplay(ctx, wish);
  const about = await countRequests(ctx, plan.from.slice(0, 10));
  if (!wish.background && about <= MOST_AT_ONCE) return { report: await replayNow(ctx, plan), task: null };
  const task = await startTask(ctx, {
    kind: "pricing_replay",
    permission: "usage:read",
    input: planJson(plan),
    total: Number(about),
    queue,
  });
  return { report: null, task };
}

async function replayNow({ merchantId, tx }: Pick<Ctx, "merchantId" | "tx">, plan: ReplayPlan) {
  const scope = tx ? { tx } : {};
  const rules = await rulesOfPlan(readSql(), merchantId, plan);
  const span = { merchantId, from: new Date(plan.from), until: new Date(plan.until) };
  const [tally, payers] = [emptyTally(), new Map<string, PayerTotals>()];
  let page = await findRequests(scope, span, { after: null, limit: PER_READ });
  while (page.last !== null) {
    replay(page.requests, rules, { tally, payers });
    page = await findRequests(scope, span, { after: page.last, limit: PER_READ });
  }
  const shifts = noShifts();
  for (const payer of payers.values()) addPayer(shifts, payer);
  return replayReport(scope, { merchantId, plan, tally, shifts });
}
