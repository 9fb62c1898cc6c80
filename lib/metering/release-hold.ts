import { type Ctx, requireCan } from "@/lib/access";
import { submit } from "./engine";
import { type HoldView, readHold } from "./get-hold";

/**
 * Gives a hold back: its credits to the lots they came from, its quota to the counters. Releasing again changes
 * nothing. Throws `not_found`, and `conflict` when it was settled or has expired.
 */
export async function releaseHold(ctx: Ctx, id: string): Promise<HoldView> {
  requireCan(ctx, "usage:write");
  const result = await submit({
    now: ctx.now,
    subject: null,
    op: { kind: "release", merchantId: ctx.merchantId, id },
  });
  if (!result.ok) throw result.error;
  return readHold(ctx, id);
}
