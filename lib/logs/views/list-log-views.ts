import { type Ctx, requireCan } from "@/lib/access";
import { requireOwner } from "./view-owner";
import { findViews, type LogView } from "./views.repo";

/** The member's own views, by name. Nobody sees another's. */
export async function listLogViews(ctx: Ctx): Promise<LogView[]> {
  requireCan(ctx, "usage:read");
  return findViews(ctx, requireOwner(ctx));
}
