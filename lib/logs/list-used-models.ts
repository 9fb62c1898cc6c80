import { type Ctx, requireCan } from "@/lib/access";
import { findUsedModels, type UsedModel } from "./activity.repo";
import { spanOfRange } from "./core/day-span";
import { requireTimeZone } from "./log-selection";

const MOST = 200;

/** The models that were used in the last 90 days with their providers, the busiest first: what filters offer. */
export async function listUsedModels(ctx: Ctx): Promise<UsedModel[]> {
  requireCan(ctx, "usage:read");
  const { merchantId, now } = ctx;
  const days = spanOfRange("90d", now, await requireTimeZone(ctx));
  return findUsedModels(ctx, { merchantId, ...days }, MOST);
}
