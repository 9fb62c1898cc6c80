import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { startOfDay } from "@/lib/kernel/start-of-day";
import { findLedgerDays, findModuleUsage, findUsageDays, type ModuleUsage } from "./activity.repo";
import { type ActivityFigures, composeActivity } from "./core/activity";
import { spanOfRange } from "./core/day-span";
import { addDays, countDays } from "./core/days";
import { requireTimeZone } from "./log-selection";
import { type ActivityInput, activityInput } from "./schemas";

export type Activity = ActivityFigures & {
  /** First and last calendar day, both included, in `timeZone`. */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** The same days as instants: `[begin, end)`. */
  readonly begin: Date;
  readonly end: Date;
  /** The same number of days just before, to compare with. */
  readonly before: { readonly from: string; readonly to: string };
  readonly modules: readonly ModuleUsage[];
};

/**
 * What happened to credits, day by day: cards, the figures that are in no card, and one point for each calendar
 * day of the merchant's zone, today included. Reads the daily roll-ups only, so its cost does not grow with
 * history. A day is the day on which something was recorded.
 *
 * Throws `forbidden` for an actor bound to a store: the ledger belongs to the whole merchant.
 */
export async function getActivity(ctx: Ctx, input: ActivityInput = {}): Promise<Activity> {
  requireCan(ctx, "usage:read");
  if (ctx.storeId !== null) {
    throw new AppError(
      "forbidden",
      "Activity covers every store of the merchant, and this key is bound to one.",
    );
  }
  const { range = "30d", from, to } = activityInput.parse(input);
  const timeZone = await requireTimeZone(ctx);
  const days = from && to ? { from, to } : spanOfRange(range, ctx.now, timeZone);

  const span = { merchantId: ctx.merchantId, ...days };
  const [ledger, usage, modules] = await Promise.all([
    findLedgerDays(ctx, span),
    findUsageDays(ctx, span),
    findModuleUsage(ctx, span),
  ]);
  const instants = {
    begin: startOfDay(days.from, timeZone),
    end: startOfDay(addDays(days.to, 1), timeZone),
  };
  const length = countDays(days.from, days.to);
  const before = { from: addDays(days.from, -length), to: addDays(days.from, -1) };
  return { ...days, ...instants, before, timeZone, modules, ...composeActivity({ ...days, ledger, usage }) };
}
