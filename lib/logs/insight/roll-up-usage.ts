import type { TxScope } from "@/lib/db";
import { startOfDay } from "@/lib/kernel/start-of-day";
import { findTimeZone } from "../activity.repo";
import { addDays } from "../core/days";
import { type DayBehind, findDaysBehind, makeRolledDay } from "./rolled-days.repo";

/**
 * Brings the roll-ups by hour and customer up to what the daily figures know, for all merchants, back to so many
 * days. They are made from the ledger, a whole day at a time, so that the transaction that charges writes none of
 * them. Several servers may do it at once; a repeat changes nothing.
 */
export async function rollUpUsage(now: Date, days: number): Promise<number> {
  const today = now.toISOString().slice(0, 10);
  // A day further on either side: zones differ.
  const behind = await findDaysBehind(
    {},
    { merchantId: null, from: addDays(today, -days - 1), to: addDays(today, 1), requestsPerSecond: null },
  );
  for (const day of behind) await makeDay({}, day);
  return behind.length;
}

/** So much a reader makes up for by itself, the newest days first: for the rest it does not wait. */
const MOST_REQUESTS = 50_000n;

/**
 * A day of fewer requests is as it is now at each look; one of ten times as many is made anew every ten seconds. So
 * those who look at a busy day cost no more than one of them.
 */
const REQUESTS_PER_SECOND = 1_000n;

/** The same for the days that a merchant is about to look at. False when too much is missing to wait for. */
export async function rollUpSpan(
  scope: TxScope,
  span: { merchantId: string; from: string; to: string },
): Promise<boolean> {
  let left = MOST_REQUESTS;
  for (const day of await findDaysBehind(scope, { ...span, requestsPerSecond: REQUESTS_PER_SECOND })) {
    left -= day.requests;
    if (left < 0n) return false;
    await makeDay(scope, day);
  }
  return true;
}

async function makeDay(scope: TxScope, { merchantId, day }: DayBehind): Promise<void> {
  const timeZone = await findTimeZone(scope, merchantId);
  if (timeZone === null) return;
  const [begin, end] = [startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone)];
  await makeRolledDay(scope, { merchantId, day, begin, end, timeZone });
}
