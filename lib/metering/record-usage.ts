import { type Ctx, requireCan } from "@/lib/access";
import type { MeteredAnswer } from "./authorize";
import { submit } from "./engine";
import { recordUsageInput } from "./schemas";
import { usageRequest } from "./to-request";

/**
 * Records what an AI request consumed and charges it: an open hold of the same id first, then balance and quota;
 * what nothing covers is overdraft. A repeat gets the first answer again. Throws `conflict` when the id was used for
 * other usage, or the hold named is over or was made for another request.
 */
export async function recordUsage(ctx: Ctx, input: unknown): Promise<MeteredAnswer> {
  requireCan(ctx, "usage:write");
  const result = await submit(usageRequest(ctx, recordUsageInput.parse(input)));
  if (!result.ok) throw result.error;
  return result;
}
