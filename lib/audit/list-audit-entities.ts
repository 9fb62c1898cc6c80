import { type Ctx, requireCan } from "@/lib/access";
import { findAuditEntities } from "./audit.repo";

/** The kinds of things that the trail tells of, by name: what a filter offers. */
export async function listAuditEntities(ctx: Ctx): Promise<string[]> {
  requireCan(ctx, "usage:read");
  return findAuditEntities(ctx, ctx.merchantId);
}
