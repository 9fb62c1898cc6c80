import { type Ctx, requireCan } from "@/lib/access";
import { spanOfRange } from "../core/day-span";
import { addDays, countDays, listDays } from "../core/days";
import { type InsightPart, type InsightRow, pairDays, rankInsight, sumInsight } from "../core/insight";
import { requireTimeZone, storeFor } from "../log-selection";
import { NO_BOT } from "../schemas";
import {
  countCustomers,
  type CustomerUse,
  type DearRequest,
  findCustomerUse,
  findDearest,
  findHourUse,
  findUsageBy,
  type HourUse,
  type InsightSpan,
} from "./insight.repo";
import { type InsightInput, insightInput } from "./insight-input";
import { rollUpSpan } from "./roll-up-usage";

const MOST_ROWS = 100;
const MOST_CUSTOMERS = 50;
const MOST_DEAREST = 10;

type Totals = InsightRow["now"] & { readonly customers: bigint | null };

export type Insight = {
  /** First and last calendar day, both included, in `timeZone`; `before` are as many days just before. */
  readonly from: string;
  readonly to: string;
  readonly before: { readonly from: string; readonly to: string };
  readonly timeZone: string;
  readonly by: InsightPart;
  readonly totals: { readonly now: Totals; readonly before: Totals };
  /** By day: every day, oldest first. Otherwise the most expensive first, at most a hundred. Empty by customer. */
  readonly rows: readonly InsightRow[];
  /** By customer: those that cost most. Otherwise empty. */
  readonly customers: readonly CustomerUse[];
  /** By weekday and hour; null where filters ask for more than the roll-up knows. */
  readonly hours: readonly HourUse[] | null;
  /** The most expensive requests; null where filters ask for more than the roll-up knows. */
  readonly dearest: readonly DearRequest[] | null;
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
  const { range = "30d", from, to, by = "day", ...filters } = insightInput.parse(input);
  const timeZone = await requireTimeZone(ctx);
  const days = from && to ? { from, to } : spanOfRange(range, ctx.now, timeZone);
  const length = countDays(days.from, days.to);
  const before = { from: addDays(days.from, -length), to: addDays(days.from, -1) };
  const span: InsightSpan = {
    merchantId: ctx.merchantId,
    before: before.from,
    ...days,
    only: onlyOf(ctx, filters),
  };
  const complete = await rollUpSpan(ctx, { ...span, from: before.from });
  const [figures, rest] = await Promise.all([findFigures(ctx, span, by), findRest(ctx, span)]);
  return { ...days, before, timeZone, by, complete, ...withCustomers(figures, rest.count), ...rest.shown };
}

type Filters = Pick<InsightInput, "module" | "bot" | "store" | "provider" | "model">;

function onlyOf(ctx: Ctx, { module, bot, store, provider, model }: Filters): InsightSpan["only"] {
  return {
    module: module ?? null,
    bot: bot === NO_BOT ? "" : (bot ?? null),
    store: storeFor(ctx, store ?? null),
    provider: provider ?? null,
    model: model ?? null,
  };
}

async function findFigures(ctx: Ctx, span: InsightSpan, by: InsightPart) {
  const used = await findUsageBy(ctx, span, by === "customer" ? "day" : by);
  const customers =
    by === "customer" && unfiltered(span) ? await findCustomerUse(ctx, span, MOST_CUSTOMERS) : [];
  return { totals: sumInsight(used), rows: rowsOf(used, span, by), customers };
}

function rowsOf(used: Awaited<ReturnType<typeof findUsageBy>>, span: InsightSpan, by: InsightPart) {
  if (by === "customer") return [];
  if (by !== "day") return rankInsight(used).slice(0, MOST_ROWS);
  return pairDays(used, listDays(span.from, span.to), listDays(span.before, addDays(span.from, -1)));
}

/** What the roll-ups from the ledger tell, as far as they know what is filtered by. */
async function findRest(ctx: Ctx, span: InsightSpan) {
  const whole = unfiltered(span);
  const [hours, dearest, count] = await Promise.all([
    onlyModuleAtMost(span) ? findHourUse(ctx, span) : null,
    whole ? findDearest(ctx, span, MOST_DEAREST) : null,
    whole ? countCustomers(ctx, span) : null,
  ]);
  return { shown: { hours, dearest }, count };
}

function unfiltered({ only }: InsightSpan): boolean {
  return Object.values(only).every((value) => value === null);
}

function onlyModuleAtMost({ only: { bot, store, provider, model } }: InsightSpan): boolean {
  return [bot, store, provider, model].every((value) => value === null);
}

function withCustomers<Found extends { totals: { now: InsightRow["now"]; before: InsightRow["now"] } }>(
  found: Found,
  count: { current: bigint; before: bigint } | null,
) {
  const { now, before } = found.totals;
  const totals = {
    now: { ...now, customers: count?.current ?? null },
    before: { ...before, customers: count?.before ?? null },
  };
  return { ...found, totals };
}
