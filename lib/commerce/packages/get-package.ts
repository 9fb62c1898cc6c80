import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import type { Package } from "../core/package";
import { findPackage } from "./packages.repo";

/** A package as it stands. Throws `not_found` for one that is deleted, of another merchant, or no id at all. */
export async function getPackage(ctx: Ctx, id: string): Promise<Package> {
  requireCan(ctx, "usage:read");
  return requirePackage(await findPackage(ctx, id));
}

/** The package that was found. Throws `not_found` when none was. */
export function requirePackage(found: Package | null): Package {
  if (found) return found;
  throw new AppError("not_found", "There is no such package.");
}
