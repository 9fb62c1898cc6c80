import { type Ctx, requireCan } from "@/lib/access";
import { insertFeature } from "./insert-feature";
import type { Feature } from "./registry.repo";
import type { CreateFeatureInput } from "./schemas";

/**
 * Registers a form before the first request names it, for its shown name. A module not seen yet is registered too.
 * Throws `conflict` when there is a form of this id.
 */
export async function createForm(ctx: Ctx, input: CreateFeatureInput): Promise<Feature> {
  requireCan(ctx, "settings:write");
  return insertFeature(ctx, "form", input);
}
