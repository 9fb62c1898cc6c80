/** Something with an id that grows with time. */
type Listed = { readonly id: string };

/** A part of a list, newest first, and how far it was looked at: down to this id, or to the list's end. */
type Looked<Item extends Listed> = {
  readonly items: readonly Item[];
  readonly lookedTo: string | null;
};

/**
 * One page of several lists put together, newest first. What lies below the place down to which all lists were looked at
 * is left for the next page, which goes on below `next`; null says that there is none. A page may be shorter than the
 * limit, or empty, and still have a next one.
 */
export function mergedPage<Item extends Listed>(
  lists: readonly Looked<Item>[],
  limit: number,
): { page: Item[]; next: string | null } {
  const floor = lists.reduce<string | null>(
    (highest, { lookedTo }) =>
      lookedTo !== null && (highest === null || lookedTo > highest) ? lookedTo : highest,
    null,
  );
  const all = lists
    .flatMap(({ items }) => items)
    .filter(({ id }) => floor === null || id >= floor)
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const page = all.slice(0, limit);
  const last = page.at(-1);
  return { page, next: all.length > limit && last ? last.id : floor };
}
