import { describe, expect, it } from "vitest";
import { afterToggle } from "./selection";

const ids = ["a", "b", "c", "d", "e"];

describe("selecting rows", () => {
  it("switches one row", () => {
    expect(afterToggle({ ids, selected: ["a"], anchor: null }, "c")).toEqual(new Set(["a", "c"]));
    expect(afterToggle({ ids, selected: ["a", "c"], anchor: null }, "c")).toEqual(new Set(["a"]));
  });

  it("gives all rows from the one before to this one the same state, in both directions", () => {
    expect(afterToggle({ ids, selected: ["b"], anchor: "b" }, "d")).toEqual(new Set(["b", "c", "d"]));
    expect(afterToggle({ ids, selected: ["d", "a"], anchor: "d" }, "b")).toEqual(
      new Set(["a", "b", "c", "d"]),
    );
    expect(afterToggle({ ids, selected: ["b", "c", "d"], anchor: "b" }, "d")).toEqual(new Set());
  });

  it("forgets an anchor that left the page", () => {
    expect(afterToggle({ ids, selected: [], anchor: "z" }, "c")).toEqual(new Set(["c"]));
  });
});
