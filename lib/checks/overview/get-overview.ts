import { type Ctx, requireCan } from "@/lib/access";
import { micros, type Micros } from "@/lib/kernel/micros";
import { localDay } from "@/lib/kernel/time";
import { type Activity, getActivity, getUsageBy, listLogs } from "@/lib/logs";
import { LIST_PRICES_OF, listPriceOf } from "@/lib/pricing";
import { listCost } from "../core/list-cost";
import { clockOf, usualHour } from "../core/usual-hour";
import { findNeeds, type Need } from "./find-needs";
import { findSetup, type SetupStep } from "./find-setup";
import {
  countRequestsSince,
  findRunningOut,
  findTokensByModel,
  findUsualHours,
  MOST_COUNTED,
  type RunningOut,
} from "./overview.repo";

const HOUR_MILLIS = 3_600_000;

/** Figures of some days. */
export type Span = {
  readonly requests: bigint;
  readonly failures: bigint;
  readonly tokens: bigint;
  readonly cost: Micros;
};

export type Overview = {
  readonly running: {
    readonly lastRequestAt: Date | null;
    readonly lastHour: bigint;
    readonly capped: boolean;
    /** What an hour that ends now usually brings, over the last seven days; null while none of them is known. */
    readonly usualHour: bigint | null;
  };
  readonly today: Span;
  /** Seven days, today included, and the seven before. */
  readonly week: Span;
  readonly weekBefore: Span;
  readonly days: Activity["series"];
  readonly listPrice: {
    /** Of the seven days, in billionths of a dollar; null where no model is on the list. */
    readonly nanoDollars: bigint | null;
    /** Requests of models that the list does not know. */
    readonly unknownRequests: bigint;
    /** The day the list was made. */
    readonly asOf: string;
  };
  readonly runningOut: readonly (RunningOut & {
    /** At the pace of the last seven days, rounded down. */
    readonly hoursLeft: bigint;
  })[];
  readonly needs: readonly Need[];
  readonly setup: readonly SetupStep[];
};

/**
 * What a merchant wants to know first: is it running, what is it costing, whose balance is about to end, and what needs
 * somebody, each with the place that fixes it. Reads roll-ups and counts that stop early, so its cost does not grow
 * with history.
 *
 * Throws `forbidden` for an actor bound to a store: balances and the ledger belong to the whole merchant.
 */
export async function getOverview(ctx: Ctx): Promise<Overview> {
  requireCan(ctx, "usage:read");
  // Brings the figures by hour and by customer up to date, as far as a reader waits for it.
  const [activity] = await Promise.all([
    getActivity(ctx, { range: "7d" }),
    getUsageBy(ctx, { range: "7d", by: "customer" }),
  ]);
  const span = { merchantId: ctx.merchantId, from: activity.from, to: activity.to };
  const [before, running, tokens, runningOut] = await Promise.all([
    getActivity(ctx, activity.before),
    runningNow(ctx, activity),
    findTokensByModel(span),
    findRunningOut(span),
  ]);
  const [needs, setup] = await Promise.all([
    findNeeds(ctx, { running, activity }),
    findSetup(ctx, running.lastRequestAt !== null),
  ]);
  return {
    running,
    today: sumOf(activity.series.slice(-1)),
    week: sumOf(activity.series),
    weekBefore: sumOf(before.series),
    days: activity.series,
    listPrice: listPriceFor(tokens, ctx.now),
    runningOut: runningOut.map((each) => ({ ...each, hoursLeft: (each.balance * 7n * 24n) / each.spent })),
    needs,
    setup,
  };
}

async function runningNow(asker: Ctx, { before, timeZone }: Activity): Promise<Overview["running"]> {
  const { merchantId, now } = asker;
  const yesterday = localDay(timeZone, new Date(now.getTime() - 24 * HOUR_MILLIS));
  const [last, lastHour, hours] = await Promise.all([
    listLogs(asker, { limit: 1 }),
    countRequestsSince(merchantId, new Date(now.getTime() - HOUR_MILLIS)),
    findUsualHours({ merchantId, from: before.to, to: yesterday }),
  ]);
  const most = BigInt(MOST_COUNTED);
  return {
    lastRequestAt: last.data[0]?.lastAt ?? null,
    lastHour: lastHour > most ? most : lastHour,
    capped: lastHour > most,
    usualHour: usualHour(hours, clockOf(now, timeZone)),
  };
}

function sumOf(days: Activity["series"]): Span {
  const sum = (of: (day: Activity["series"][number]) => bigint) =>
    days.reduce((total, day) => total + of(day), 0n);
  return {
    requests: sum((day) => day.requests),
    failures: sum((day) => day.failures),
    tokens: sum((day) => day.tokens),
    cost: micros(sum((day) => day.cost)),
  };
}

function listPriceFor(used: Awaited<ReturnType<typeof findTokensByModel>>, now: Date): Overview["listPrice"] {
  let nanoDollars: bigint | null = null;
  let unknownRequests = 0n;
  for (const each of used) {
    const price = listPriceOf(each.provider, each.model, now);
    const cost = price && listCost(each, price);
    if (cost === null) unknownRequests += each.requests;
    else nanoDollars = (nanoDollars ?? 0n) + cost;
  }
  return { nanoDollars, unknownRequests, asOf: LIST_PRICES_OF };
}
