import { type Ctx, requireCan } from "@/lib/access";
import { submit } from "./engine";
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
  const result = await submit(authorizeRequest(ctx, authorizeInput.parse(input)));
  if (!result.ok) throw result.error;
  return result;
}
