import { creditsToString } from "@/lib/kernel/micros";
import type { TxScope } from "@/lib/db";
import type { ModelSums, PayerTotals, Tally } from "../core/replay";
import type { Shifts } from "../core/shifts";
import { type CustomerName, findCustomerNames } from "./replay.repo";
import type { ReplayPlan } from "./replay-plan";

const MOST_MODELS = 50;

type Replayed = {
  readonly merchantId: string;
  readonly plan: ReplayPlan;
  readonly tally: Tally;
  readonly shifts: Shifts;
};

/** What a replay came to, as the API and a task's result write it: credits are decimal strings. */
export async function replayReport(scope: TxScope, { merchantId, plan, tally, shifts }: Replayed) {
  const shown = [...shifts.payMore, ...shifts.payLess].map((each) => each.payer);
  const names = await findCustomerNames(scope, merchantId, shown);
  const { total } = tally;
  const models = [...tally.models.values()].sort(byChange);
  return {
    range: plan.range,
    from: plan.from,
    until: plan.until,
    requests: Number(total.requests),
    charged: creditsToString(total.charged),
    ...bothOf(total),
    unpriced: { now: Number(total.unpricedNow), draft: Number(total.unpricedDraft) },
    models: models.slice(0, MOST_MODELS).map(modelLine),
    modelsLeftOut: Math.max(0, models.length - MOST_MODELS),
    customers: { more: shifts.more, less: shifts.less, same: shifts.same },
    guests: { requests: Number(shifts.guests.requests), ...bothOf(shifts.guests) },
    payMore: shifts.payMore.map((payer) => customerLine(payer, names)),
    payLess: shifts.payLess.map((payer) => customerLine(payer, names)),
  };
}
export type ReplayReport = Awaited<ReturnType<typeof replayReport>>;

function modelLine(sums: ModelSums) {
  const { module, operation, provider, model } = sums;
  return { module, operation, provider, model, requests: Number(sums.requests), ...bothOf(sums) };
}

function customerLine(payer: PayerTotals, names: ReadonlyMap<string, CustomerName>) {
  const known = names.get(payer.payer);
  return {
    customer: known?.customer ?? payer.payer,
    name: known?.name ?? null,
    requests: Number(payer.requests),
    ...bothOf(payer),
  };
}

function bothOf({ now, draft }: { now: bigint; draft: bigint }) {
  return { now: creditsToString(now), draft: creditsToString(draft), change: creditsToString(draft - now) };
}

/** The largest change first, then the most requests. */
function byChange(a: ModelSums, b: ModelSums): number {
  const [first, second] = [sizeOf(a), sizeOf(b)];
  if (first !== second) return first < second ? 1 : -1;
  return a.requests < b.requests ? 1 : a.requests > b.requests ? -1 : 0;
}

function sizeOf({ now, draft }: ModelSums): bigint {
  return draft > now ? draft - now : now - draft;
}
