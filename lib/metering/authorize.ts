import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { countRefusal } from "@/lib/logs";
import { submit } from "./engine";
import type { MeteredRequest } from "./request";
import { authorizeInput } from "./schemas";
import { authorizeRequest } from "./to-request";

/** An answer as ready JSON text (design.md §4). */
export type MeteredAnswer = { body: string; replayed: boolean };

/**
 * Decides whether a request may run, and sets its estimated cost aside for `holdSeconds`. A repeat of the same
 * request gets the first answer again; a refused one wrote nothing, so its id is decided anew. Throws
 * `insufficient_credits`, `quota_exceeded`, `access_disabled` or `unpriced` with what said no, and `conflict` when
 * the id was used for another request.
 */
export async function authorize(ctx: Ctx, input: unknown): Promise<MeteredAnswer> {
  requireCan(ctx, "usage:write");
  const request = authorizeRequest(ctx, authorizeInput.parse(input));
  const result = await submit(request);
  if (result.ok) return result;
  noteRefusal(request, result.error);
  throw result.error;
}

/** A refused request leaves a count behind, in memory: what was refused, and why. */
function noteRefusal({ op, now }: MeteredRequest, error: Error): void {
  const refused = error instanceof AppError && error.details.extensions?.["allowed"] === false;
  if (op.kind !== "authorize" || !refused) return;
  const { merchantId, module, provider, model, bot, store } = op;
  countRefusal({ merchantId, module, provider, model, bot, store, code: error.code, at: now });
}
