import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { type Module, moduleTable } from "./registry.repo";

/** One module. Throws `not_found`. */
export async function getModule(ctx: Ctx, id: string): Promise<Module> {
  requireCan(ctx, "usage:read");
  const found = await moduleTable.find(readSql(), ctx.merchantId, id);
  if (!found) throw new AppError("not_found", "There is no such module.");
  return found;
}
