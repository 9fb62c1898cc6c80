const HOME = "/m";
/** Any origin will do: it only tells whether a text leaves it. */
const BASE = "http://here.invalid";
/** Going back to signing in after signing in would go round in circles. */
const NOT_A_PLACE = /^\/(sign-in|sign-out|welcome|api)(\/|$)/;

/**
 * Where to go after signing in: the wish if it is a path of this site, else the list of merchants. Whatever a browser
 * would read as another site ("//evil", "/\evil", "/.//evil", "https:evil") is not followed.
 */
export function safeNext(wish: unknown): string {
  if (typeof wish !== "string" || !wish.startsWith("/") || !URL.canParse(wish, BASE)) return HOME;
  const { origin, pathname, search, hash } = new URL(wish, BASE);
  if (origin !== BASE || pathname.startsWith("//") || NOT_A_PLACE.test(pathname)) return HOME;
  return `${pathname}${search}${hash}`;
}
