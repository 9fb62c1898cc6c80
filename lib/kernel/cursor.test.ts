import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cursorInstant, decodeCursor, encodeCursor, pageOf, pageQuery } from "./cursor";

const key = z.tuple([cursorInstant, z.string()]);

describe("cursors", () => {
  it("come back as the sort key they were made from", () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-01-01T00:00:00Z") }),
        fc.string(),
        (at, id) => {
          expect(decodeCursor(encodeCursor([at, id]), key)).toEqual([at, id]);
        },
      ),
    );
  });

  it.each([
    "",
    "%%%",
    "bm90IGpzb24",
    encodeCursor(["yesterday", "a"]),
    encodeCursor([new Date(), "a", "b"]),
    encodeCursor([]),
  ])("refuses %j as invalid input", (cursor) => {
    expect(() => decodeCursor(cursor, key)).toThrow(
      expect.objectContaining({
        code: "invalid_input",
        details: { errors: [{ path: "cursor", message: expect.any(String) }] },
      }),
    );
  });

  it("never throws anything but invalid input, whatever a stranger sends", () => {
    fc.assert(
      fc.property(fc.string(), (cursor) => {
        try {
          decodeCursor(cursor, key);
        } catch (error) {
          expect(error).toMatchObject({ code: "invalid_input" });
        }
      }),
    );
  });
});

describe("pageOf", () => {
  it("names a next page only when there is one", () => {
    expect(pageOf([], 2, (row) => [row])).toEqual({ data: [], nextCursor: null });
    expect(pageOf(["a", "b"], 2, (row) => [row])).toEqual({ data: ["a", "b"], nextCursor: null });
    expect(pageOf(["a", "b", "c"], 2, (row) => [row])).toEqual({
      data: ["a", "b"],
      nextCursor: encodeCursor(["b"]),
    });
  });
});

describe("pageQuery", () => {
  it("reads the limit from a query string and has a default", () => {
    expect(pageQuery.parse({ limit: "200" })).toEqual({ limit: 200 });
    expect(pageQuery.parse({})).toEqual({ limit: 50 });
  });

  it.each(["0", "201", "-1", "1.5", "many", ""])("refuses a limit of %j", (limit) => {
    expect(pageQuery.safeParse({ limit }).success).toBe(false);
  });
});
