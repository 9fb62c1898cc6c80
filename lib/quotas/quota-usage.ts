import type { Ctx } from "@/lib/access";
import { readSql, type TxScope } from "@/lib/db";
import { type Micros, micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { loadSettings } from "@/lib/merchants";
import type { QuotaDefinition } from "./core/definition";
import { periodAt, type PeriodSpec, type PeriodWindow } from "./core/period";
import { periodSpecOf } from "./core/period-of-quota";
import { findPeriodFigures, type PeriodFigures, type QuotaPeriod } from "./quota-usage.repo";

/** Near a limit is four fifths of it. */
const NEAR_PERCENT = 80n;

/** What a quota counted in one period, over all who drew on it. */
export type QuotaUsage = Omit<PeriodFigures, "quotaId" | "start"> & { readonly period: PeriodWindow };

/** From how much on somebody is near a limit; null without one, or where nothing may be drawn. */
function nearMark(limit: Micros | null): Micros | null {
  return limit === null || limit === ZERO_MICROS ? null : micros((limit * NEAR_PERCENT + 99n) / 100n);
}

/** A period of a quota as the repository asks for it. */
export function periodOfQuota({ id, limit }: QuotaDefinition, { start }: PeriodWindow): QuotaPeriod {
  return { quotaId: id, start, limit, near: nearMark(limit) };
}

/** What each quota counted in the period that `now` lies in, by the quota's id. */
export async function currentUsageOf(
  scope: TxScope & Pick<Ctx, "merchantId" | "now">,
  quotas: readonly QuotaDefinition[],
): Promise<Map<string, QuotaUsage>> {
  const merchant = await calendarOf(scope);
  const periods = quotas.map((quota) => ({
    quota,
    window: periodAt(periodSpecOf(quota, merchant), scope.now),
  }));
  const asked = periods.map(({ quota, window }) => periodOfQuota(quota, window));
  const figures = await findPeriodFigures(scope, asked);
  const byId = new Map(figures.map((each) => [each.quotaId, each]));
  return new Map(
    periods.flatMap(({ quota, window }): [string, QuotaUsage][] => {
      const found = byId.get(quota.id);
      return found ? [[quota.id, usageOf(found, window)]] : [];
    }),
  );
}

/** The figures of a period without the keys they were found by. */
export function usageOf(
  { quotaId: _, start: __, ...figures }: PeriodFigures,
  period: PeriodWindow,
): QuotaUsage {
  return { ...figures, period };
}

/** The merchant's zone and first day of the week. */
export async function calendarOf({
  merchantId,
}: Pick<Ctx, "merchantId">): Promise<Pick<PeriodSpec, "timeZone" | "weekStart">> {
  return loadSettings(readSql(), merchantId);
}
