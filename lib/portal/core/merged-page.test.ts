import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergedPage } from "./merged-page";

const item = fc.record({
  id: fc.nat(10_000).map((value) => String(value).padStart(5, "0")),
  shown: fc.boolean(),
});
const list = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 40 });

/** As a repo reads: so many rows below a place, of which some are shown. */
function lookAt(rows: readonly { id: string; shown: boolean }[], before: string | null, look: number) {
  const seen = rows
    .filter(({ id }) => before === null || id < before)
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, look);
  const lookedTo = seen.length < look ? null : (seen.at(-1)?.id ?? null);
  return { items: seen.filter(({ shown }) => shown), lookedTo };
}

describe("pages of two lists", () => {
  it("show everything once, newest first, however far each look goes", () => {
    const sizes = fc.record({ limit: fc.integer({ min: 1, max: 6 }), look: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(list, list, sizes, (a, b, { limit, look }) => {
        const others = b.map(({ id, shown }) => ({ id: `${id}x`, shown }));
        const pages: string[] = [];
        let before: string | null = null;
        do {
          const looks = [lookAt(a, before, look), lookAt(others, before, look)];
          const merged: { page: { id: string }[]; next: string | null } = mergedPage(looks, limit);
          expect(merged.page.length).toBeLessThanOrEqual(limit);
          pages.push(...merged.page.map(({ id }) => id));
          before = merged.next;
        } while (before !== null);
        const all = [...a, ...others].filter(({ shown }) => shown).map(({ id }) => id);
        expect(pages).toEqual(all.toSorted().toReversed());
      }),
    );
  });

  it("have no next one when there is nothing", () => {
    expect(mergedPage([{ items: [], lookedTo: null }], 5)).toEqual({ page: [], next: null });
  });
});
