import { type Ctx, requireCan } from "@/lib/access";
import type { TxScope } from "@/lib/db";
import { addDays, listDays } from "../core/days";
import { type InsightPart, type InsightRow, pairDays, rankInsight, sumInsight } from "../core/insight";
import {
  type CustomerUse,
  findCustomersOfDays,
  findCustomerUse,
  findUsageBy,
  type InsightSpan,
} from "./insight.repo";
import type { InsightInput } from "./insight-input";
import { insightSpanOf, isUnfiltered } from "./insight-span";
import { rollUpSpan } from "./roll-up-usage";

const MOST_ROWS = 100;
const MOST_CUSTOMERS = 50;

/** Usage of a period and of the one before, split by one thing. */
export type UsageBy = {
  readonly by: InsightPart;
  readonly totals: { readonly now: InsightRow["now"]; readonly before: InsightRow["now"] };
  /** By day: every day, oldest first. Otherwise the most expensive first, at most a hundred. Empty by customer. */
  readonly rows: readonly InsightRow[];
  /** By customer: those that cost most. Otherwise empty. */
  readonly customers: readonly CustomerUse[];
};

/** The split of `getInsight` alone, for a page that shows another one beside it. */
export async function getUsageBy(ctx: Ctx, input: InsightInput = {}): Promise<UsageBy> {
  requireCan(ctx, "usage:read");
  const { span, by } = await insightSpanOf(ctx, input);
  if (by === "customer") await rollUpSpan(ctx, { ...span, from: span.before });
  return findUsageSplit(ctx, span, by);
}

/** The same, once the roll-ups are up to date. */
export async function findUsageSplit(scope: TxScope, span: InsightSpan, by: InsightPart): Promise<UsageBy> {
  const whole = isUnfiltered(span);
  const [used, customers, ofDays] = await Promise.all([
    findUsageBy(scope, span, by === "customer" ? "day" : by),
    by === "customer" && whole ? findCustomerUse(scope, span, MOST_CUSTOMERS) : [],
    by === "day" && whole ? findCustomersOfDays(scope, span) : null,
  ]);
  return { by, totals: sumInsight(used), rows: rowsOf(used, { span, by, customers: ofDays }), customers };
}

type Split = { span: InsightSpan; by: InsightPart; customers: ReadonlyMap<string, bigint> | null };

function rowsOf(used: Awaited<ReturnType<typeof findUsageBy>>, { span, by, customers }: Split): InsightRow[] {
  if (by === "customer") return [];
  if (by !== "day") return rankInsight(used).slice(0, MOST_ROWS);
  const days = listDays(span.from, span.to);
  return pairDays(used, { days, daysBefore: listDays(span.before, addDays(span.from, -1)), customers });
}
