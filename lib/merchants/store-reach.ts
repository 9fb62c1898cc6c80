import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";

/** A key bound to a store sees no other: for it they are not there. Throws `not_found`. */
export function requireWithinStore(ctx: Pick<Ctx, "storeId">, id: string): void {
  if (ctx.storeId !== null && ctx.storeId !== id) throw new AppError("not_found", "There is no such store.");
}
