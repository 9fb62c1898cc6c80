import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { findTimeZone } from "./activity.repo";
import { spanOfRange } from "./core/day-span";
import { addDays, startOfDay } from "./core/days";
import type { LogSelection } from "./logs-read.repo";
import { type LogFilters, type Moment, NO_BOT, type Range } from "./schemas";

/** The zone in which the merchant's days begin. */
export async function requireTimeZone(ctx: Ctx): Promise<string> {
  const timeZone = await findTimeZone(ctx, ctx.merchantId);
  if (timeZone === null) throw new AppError("not_found", "There is no such merchant.");
  return timeZone;
}

/**
 * What filters come to for the one who asks: days become instants of the merchant's zone, and an actor bound to
 * a store sees that store alone. Asking for another store throws `forbidden`.
 */
export async function selectionOf(
  ctx: Ctx,
  filters: LogFilters & { range?: Range | undefined },
): Promise<LogSelection> {
  const { store = null } = filters;
  if (ctx.storeId !== null && store !== null && store !== ctx.storeId) {
    throw new AppError("forbidden", `This key may only read the store "${ctx.storeId}".`);
  }
  return {
    merchantId: ctx.merchantId,
    search: filters.search ?? null,
    module: filters.module ?? null,
    bot: filters.bot === undefined || filters.bot === NO_BOT ? null : filters.bot,
    withoutBot: filters.bot === NO_BOT,
    store: ctx.storeId ?? store,
    customer: filters.customer ?? null,
    model: filters.model ?? null,
    provider: filters.provider ?? null,
    ...(await boundsOf(ctx, filters)),
  };
}

type Bounds = Pick<LogSelection, "from" | "until">;

async function boundsOf(
  ctx: Ctx,
  { range, from, to }: { range?: Range | undefined; from?: Moment | undefined; to?: Moment | undefined },
): Promise<Bounds> {
  const needsZone = range !== undefined || (from && "day" in from) || (to && "day" in to);
  const timeZone = needsZone ? await requireTimeZone(ctx) : "UTC";
  if (range) return { from: startOfDay(spanOfRange(range, ctx.now, timeZone).from, timeZone), until: null };
  return { from: from ? firstInstant(from, timeZone) : null, until: to ? instantAfter(to, timeZone) : null };
}

function firstInstant(moment: Moment, timeZone: string): Date {
  return "day" in moment ? startOfDay(moment.day, timeZone) : moment.at;
}

/** Both ends are included: a day ends where the next begins, and an instant lasts its millisecond. */
function instantAfter(moment: Moment, timeZone: string): Date {
  return "day" in moment ? startOfDay(addDays(moment.day, 1), timeZone) : new Date(moment.at.getTime() + 1);
}
