import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backward, forward, pageNumber, type PagePlace } from "./cursor-trail";
import { directionOf, nextSort } from "./sort-order";

const first: PagePlace = { cursor: null, trail: null };

describe("the way through a keyset list", () => {
  it("leads back over the very pages it came by", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/), { maxLength: 30 }), (cursors) => {
        const places = cursors.reduce<PagePlace[]>(
          (way, next) => [...way, forward(way.at(-1) ?? first, next)],
          [first],
        );
        const returned = places.toReversed().map((place) => backward(place));
        expect(returned).toEqual([...places.slice(0, -1).toReversed(), null]);
        expect(places.map(pageNumber)).toEqual(places.map((_, index) => index + 1));
      }),
    );
  });

  it("returns to the first page when the trail is missing", () => {
    expect(backward({ cursor: "c9", trail: null })).toEqual(first);
  });

  it("stays short on a very long way and ends at the first page", () => {
    let place = first;
    for (let step = 0; step < 200; step += 1) place = forward(place, `c${step}`);
    expect(place.trail?.split("~")).toHaveLength(40);
    let back: PagePlace | null = place;
    while (back && back.cursor !== null) back = backward(back);
    expect(back).toEqual(first);
  });
});

describe("the order of a list", () => {
  it("goes descending, ascending, descending with each click", () => {
    expect(nextSort(null, "cost")).toBe("-cost");
    expect(nextSort("-cost", "cost")).toBe("cost");
    expect(nextSort("cost", "cost")).toBe("-cost");
    expect(nextSort("-at", "cost")).toBe("-cost");
  });

  it("knows columns with words of their own, and those that only have a most", () => {
    const time = { descending: "latest", ascending: "oldest" };
    expect(nextSort("latest", time)).toBe("oldest");
    expect(directionOf("oldest", time)).toBe("ascending");
    expect(nextSort("cost", { descending: "cost" })).toBeNull();
    expect(directionOf(null, { descending: "cost" })).toBeNull();
  });

  it("is told per column", () => {
    expect(directionOf("-cost", "cost")).toBe("descending");
    expect(directionOf("cost", "cost")).toBe("ascending");
    expect(directionOf("-cost", "at")).toBeNull();
  });
});
