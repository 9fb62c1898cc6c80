/** So many things are kept; names come from visitors too, so there is no end to them. */
const MOST = 1_000;

/**
 * What is costly to make and depends on a few names alone (formatters of Intl): made once for each. What `make` throws
 * for is not kept, so `make` has to throw for names that are none: those can be of any length.
 */
export function remembered<Names extends readonly string[], Made>(
  make: (...names: Names) => Made,
): (...names: Names) => Made {
  const known = new Map<string, { readonly made: Made }>();
  return (...names) => {
    const key = names.join("\n");
    const found = known.get(key);
    if (found) return found.made;
    const made = make(...names);
    if (known.size >= MOST) known.clear();
    known.set(key, { made });
    return made;
  };
}
