import { describe, expect, it } from "vitest";
import { changesOf } from "./changes-of";

describe("changesOf", () => {
  it("reads a pair for each name", () => {
    const details = {
      changed: { timeZone: { from: "UTC", to: "Asia/Tokyo" }, limit: { from: null, to: 5 } },
    };
    expect(changesOf(details)).toEqual([
      { name: "timeZone", from: "UTC", to: "Asia/Tokyo" },
      { name: "limit", from: null, to: "5" },
    ]);
  });

  it("reads one pair, whatever stands beside it", () => {
    expect(changesOf({ email: "a@b.c", from: "admin", to: "owner" })).toEqual([
      { name: "value", from: "admin", to: "owner" },
    ]);
  });

  it.each([null, {}, { name: "x" }, { from: "only" }, "text", [1]])("finds none in %j", (details) => {
    expect(changesOf(details)).toEqual([]);
  });
});
