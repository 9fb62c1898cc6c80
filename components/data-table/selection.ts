type SelectionState = {
  /** The rows of the page, in order. */
  readonly ids: readonly string[];
  readonly selected: readonly string[];
  /** The row switched before, when everything between it and this one is meant. */
  readonly anchor: string | null;
};

/** What is selected after a row was switched; with an anchor, all rows from it to the row become as the row does. */
export function afterToggle({ ids, selected, anchor }: SelectionState, id: string): Set<string> {
  const next = new Set(selected);
  const on = !next.has(id);
  const from = anchor === null ? -1 : ids.indexOf(anchor);
  const to = ids.indexOf(id);
  const span = from === -1 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const each of span) {
    if (on) next.add(each);
    else next.delete(each);
  }
  return next;
}
