import { type Actor, type Ctx, PERMISSIONS } from "@/lib/access";

/** A ctx of somebody in the demo's story, at an instant of it. They may do everything. */
export function ctxOf(merchantId: string, actor: Actor, now: Date): Ctx {
  return { merchantId, actor, permissions: new Set(PERMISSIONS), storeId: null, now };
}
