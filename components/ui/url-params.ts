/** What a change of the address sets, by parameter; null takes it away. */
export type ParamPatch = Readonly<Record<string, string | null>>;

/** Where a keyset list stands: the cursor of this page, and those of the pages before it. */
export const CURSOR_PARAM = "cursor";
export const TRAIL_PARAM = "back";

/**
 * The query string after a patch, with its "?", or "" when nothing is left. A new filter or order makes the
 * place in the list meaningless, so a patch that names no cursor also returns to the first page.
 */
export function patchParams(current: URLSearchParams, patch: ParamPatch): string {
  const next = new URLSearchParams(current);
  if (!(CURSOR_PARAM in patch)) {
    next.delete(CURSOR_PARAM);
    next.delete(TRAIL_PARAM);
  }
  applyPatch(next, patch);
  return asQuery(next);
}

/** Like `patchParams`, for what lies beside the list (an open drawer): the place in the list stays. */
export function patchParamsInPlace(current: URLSearchParams, patch: ParamPatch): string {
  const next = new URLSearchParams(current);
  applyPatch(next, patch);
  return asQuery(next);
}

function applyPatch(params: URLSearchParams, patch: ParamPatch): void {
  for (const [name, value] of Object.entries(patch)) {
    if (value === null || value === "") params.delete(name);
    else params.set(name, value);
  }
}

function asQuery(params: URLSearchParams): string {
  const text = params.toString();
  return text ? `?${text}` : "";
}
