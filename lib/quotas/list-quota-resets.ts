import type { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { nextResets } from "./core/resets";
import { QUOTA_DEFAULTS } from "./core/changed-quota";
import { periodSpecOf } from "./core/period-of-quota";
import { getQuota } from "./get-quota";
import { calendarOf } from "./quota-usage";
import { previewResetsInput, resetsQuery } from "./schemas";

/** The coming resets of a quota, in the zone they follow. */
export type QuotaResets = {
  readonly timeZone: string;
  /** Soonest first; empty where nothing is ever reset. */
  readonly resets: readonly Date[];
};

/** The next resets of a quota, twelve unless told otherwise. Throws `not_found`. */
export async function listQuotaResets(
  ctx: Ctx,
  id: string,
  query: z.input<typeof resetsQuery> = {},
): Promise<QuotaResets> {
  requireCan(ctx, "usage:read");
  const { count } = resetsQuery.parse(query);
  const [quota, merchant] = await Promise.all([getQuota(ctx, id), calendarOf(ctx)]);
  const spec = periodSpecOf(quota, merchant);
  return { timeZone: spec.timeZone, resets: nextResets(spec, ctx.now, count) };
}

/** The resets that a quota would have with these settings; nothing is saved. */
export async function previewResets(
  ctx: Ctx,
  query: z.input<typeof previewResetsInput>,
): Promise<QuotaResets> {
  requireCan(ctx, "usage:read");
  const { count, period, anchorDay, anchorMonth, timeZone } = previewResetsInput.parse(query);
  const calendar = {
    period,
    anchorDay: anchorDay ?? QUOTA_DEFAULTS.anchorDay,
    anchorMonth: anchorMonth ?? QUOTA_DEFAULTS.anchorMonth,
    timeZone: timeZone ?? null,
  };
  const spec = periodSpecOf(calendar, await calendarOf(ctx));
  return { timeZone: spec.timeZone, resets: nextResets(spec, ctx.now, count) };
}
