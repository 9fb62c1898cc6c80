import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { startOfDay } from "@/lib/kernel/start-of-day";
import { findTimeZone } from "./activity.repo";
import { spanOfRange } from "./core/day-span";
import { addDays } from "./core/days";
import type { LogSelection } from "./log-conditions.repo";
import type { Moment } from "./fields";
import { type LogFilters, NO_BOT } from "./schemas";

/** Who asks, for whom, when. Permissions were looked at before. */
export type Asker = Pick<Ctx, "merchantId" | "storeId" | "now" | "tx">;

/** The zone in which the merchant's days begin. */
export async function requireTimeZone(asker: Asker): Promise<string> {
  const timeZone = await findTimeZone(asker, asker.merchantId);
  if (timeZone === null) throw new AppError("not_found", "There is no such merchant.");
  return timeZone;
}

/**
 * What filters come to for the one who asks: days become instants of the merchant's zone, and an actor bound to
 * a store sees that store alone. Asking for another store throws `forbidden`.
 */
export async function selectionOf(asker: Asker, filters: LogFilters): Promise<LogSelection> {
  return {
    merchantId: asker.merchantId,
    search: orNull(filters.search),
    module: orNull(filters.module),
    bot: filters.bot === NO_BOT ? null : orNull(filters.bot),
    withoutBot: filters.bot === NO_BOT,
    store: storeFor(asker, orNull(filters.store)),
    customer: orNull(filters.customer),
    guests: orNull(filters.guests),
    model: orNull(filters.model),
    provider: orNull(filters.provider),
    evidence: orNull(filters.evidence),
    failed: orNull(filters.failed),
    unpriced: orNull(filters.unpriced),
    refused: orNull(filters.refused),
    ...(await boundsOf(asker, filters)),
  };
}

function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null;
}

/** The store to read: an actor bound to one reads that one. Asking for another throws `forbidden`. */
export function storeFor({ storeId }: Pick<Asker, "storeId">, wanted: string | null): string | null {
  if (storeId === null || wanted === null || wanted === storeId) return storeId ?? wanted;
  throw new AppError("forbidden", `This key may only read the store "${storeId}".`);
}

type Bounds = Pick<LogSelection, "from" | "until">;

async function boundsOf(asker: Asker, { range, from, to }: LogFilters): Promise<Bounds> {
  if (range && (from ?? to)) {
    const errors = [{ path: "range", message: "give either a range or from and to" }];
    throw new AppError("invalid_input", "Give either a range or from and to.", { errors });
  }
  const timeZone = range || isDay(from) || isDay(to) ? await requireTimeZone(asker) : "UTC";
  if (range) return { from: startOfDay(spanOfRange(range, asker.now, timeZone).from, timeZone), until: null };
  return { from: from ? firstInstant(from, timeZone) : null, until: to ? instantAfter(to, timeZone) : null };
}

function isDay(moment: Moment | undefined): boolean {
  return moment !== undefined && "day" in moment;
}

function firstInstant(moment: Moment, timeZone: string): Date {
  return "day" in moment ? startOfDay(moment.day, timeZone) : moment.at;
}

/** Both ends are included: a day ends where the next begins, and an instant lasts its millisecond. */
function instantAfter(moment: Moment, timeZone: string): Date {
  return "day" in moment ? startOfDay(addDays(moment.day, 1), timeZone) : new Date(moment.at.getTime() + 1);
}
