import { type Ctx, requireCan } from "@/lib/access";
import { insertFeature } from "./insert-feature";
import type { Feature } from "./registry.repo";
import type { CreateFeatureInput } from "./schemas";

/**
 * Registers a bot before the first request names it, for its shown name. A module not seen yet is registered too.
 * Throws `conflict` when there is a bot of this id.
 */
export async function createBot(ctx: Ctx, input: CreateFeatureInput): Promise<Feature> {
  requireCan(ctx, "settings:write");
  return insertFeature(ctx, "bot", input);
}
