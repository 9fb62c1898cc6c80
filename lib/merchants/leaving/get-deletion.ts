import { type Ctx, requireCan } from "@/lib/access";
import { type Deletion, findDeletion } from "./deletions.repo";

/** The deletion that this merchant waits for; null when there is none. */
export async function getDeletion(ctx: Ctx): Promise<Deletion | null> {
  requireCan(ctx, "usage:read");
  return findDeletion(ctx, ctx.merchantId);
}
