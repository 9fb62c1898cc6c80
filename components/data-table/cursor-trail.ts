/**
 * The way through a keyset list. Such a list only knows the next page, so the address carries the cursors of the
 * pages before: "Previous" works after a reload and in a shared link. Cursors hold no "~".
 */
const SEPARATOR = "~";
const FIRST_PAGE = "-";
const MAX_TRAIL = 40;

export type PagePlace = { readonly cursor: string | null; readonly trail: string | null };

/** Which page this is, from 1. Beyond the longest trail kept, at least that many. */
export function pageNumber({ cursor, trail }: PagePlace): number {
  return cursor === null ? 1 : stepsOf(trail).length + 1;
}

/** The address state of the next page. */
export function forward(place: PagePlace, nextCursor: string): PagePlace {
  const steps = [...stepsOf(place.trail), place.cursor ?? FIRST_PAGE];
  return { cursor: nextCursor, trail: steps.slice(-MAX_TRAIL).join(SEPARATOR) };
}

/** The address state of the page before, or null on the first one. A cut or missing trail leads to the first page. */
export function backward({ cursor, trail }: PagePlace): PagePlace | null {
  if (cursor === null) return null;
  const steps = stepsOf(trail);
  const last = steps.at(-1);
  if (last === undefined || last === FIRST_PAGE) return { cursor: null, trail: null };
  return { cursor: last, trail: steps.slice(0, -1).join(SEPARATOR) || null };
}

function stepsOf(trail: string | null): string[] {
  return trail ? trail.split(SEPARATOR) : [];
}
