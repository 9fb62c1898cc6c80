import { type Ctx, requireCan } from "@/lib/access";
import { addDays } from "../core/days";
import type { InsightRow } from "../core/insight";
import { flushRefusals } from "../refusals/count-refusal";
import { findUsageSplit, type UsageBy } from "./get-usage-by";
import {
  countCustomers,
  type DayRefusals,
  type DearRequest,
  findDearest,
  findHourUse,
  findRefusals,
  type HourUse,
  type InsightSpan,
} from "./insight.repo";
import type { InsightInput } from "./insight-input";
import { insightSpanOf, isUnfiltered } from "./insight-span";
import { rollUpSpan } from "./roll-up-usage";

const MOST_DEAREST = 10;

type Totals = InsightRow["now"];

export type Insight = Omit<UsageBy, "totals"> & {
  /** First and last calendar day, both included, in `timeZone`; `before` are as many days just before. */
  readonly from: string;
  readonly to: string;
  readonly before: { readonly from: string; readonly to: string };
  readonly timeZone: string;
  readonly totals: { readonly now: Totals; readonly before: Totals };
  /** By weekday and hour; null where filters ask for more than the roll-up knows. */
  readonly hours: readonly HourUse[] | null;
  /** The most expensive requests; null where filters ask for more than the roll-up knows. */
  readonly dearest: readonly DearRequest[] | null;
  /** Refused requests of the period by day and code; days and codes without any are left out. */
  readonly refusals: readonly DayRefusals[];
  /** False: so much happened that hours, customers and dearest are still being made for some of the days. */
  readonly complete: boolean;
};

/**
 * What usage comes to, beside the period before of the same length: totals, split by one thing, by hours of the
 * week, and the most expensive requests. Reads roll-ups only, so its cost does not grow with history; those made
 * from the ledger are brought up to date first where little is missing. A day is the day on which it was recorded.
 *
 * Filters narrow totals and rows. The roll-ups of hours, customers and the dearest requests know no bot, store or
 * model: with such a filter they are null. An actor bound to a store sees that store alone.
 */
export async function getInsight(ctx: Ctx, input: InsightInput = {}): Promise<Insight> {
  requireCan(ctx, "usage:read");
  const { span, timeZone, by } = await insightSpanOf(ctx, input);
  const [complete] = await Promise.all([rollUpSpan(ctx, { ...span, from: span.before }), flushRefusals()]);
  const [split, hours, dearest, count, refusals] = await Promise.all([
    findUsageSplit(ctx, span, by),
    isModuleAtMost(span) ? findHourUse(ctx, span) : null,
    isUnfiltered(span) ? findDearest(ctx, span, MOST_DEAREST) : null,
    isUnfiltered(span) ? countCustomers(ctx, span) : null,
    findRefusals(ctx, span),
  ]);
  const { now, before } = split.totals;
  return {
    ...split,
    from: span.from,
    to: span.to,
    before: { from: span.before, to: addDays(span.from, -1) },
    timeZone,
    totals: {
      now: { ...now, customers: count?.current ?? null },
      before: { ...before, customers: count?.before ?? null },
    },
    hours,
    dearest,
    refusals,
    complete,
  };
}

function isModuleAtMost({ only: { bot, store, provider, model } }: InsightSpan): boolean {
  return [bot, store, provider, model].every((value) => value === null);
}
