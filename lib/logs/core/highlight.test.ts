import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerpt, highlight } from "./highlight";

const hits = (text: string, search: string) =>
  highlight(text, search)
    .filter((segment) => segment.hit)
    .map((segment) => segment.text);
const joined = (segments: readonly { text: string }[]) => segments.map(({ text }) => text).join("");

describe("highlight", () => {
  it.each([
    ["Where is my REFUND?", "refund", ["REFUND"]],
    ["Refunds are for later", "refund", []],
    ["see https://example.com/refund#now", "example REFUND", ["example", "refund"]],
    ["order-1234 and Order_1234", "1234 order", ["order", "1234", "Order", "1234"]],
    ["“Überweisung”, наличные…", "überweisung НАЛИЧНЫЕ", ["Überweisung", "наличные"]],
    ["<script>alert(1)</script>", "<script>", ["script", "script"]],
    ["great👍nice", "nice", ["nice"]],
    ["nothing", "% . --", []],
    ["", "x", []],
  ])("in %j finds %j", (text, search, expected) => {
    expect(hits(text, search)).toEqual(expected);
  });

  it("loses and adds nothing, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (text, search) => {
        expect(joined(highlight(text, search))).toBe(text);
        expect(joined(highlight(text, text))).toBe(text);
      }),
    );
  });
});

describe("excerpt", () => {
  it("shows the text around the first hit", () => {
    const text = `${"before ".repeat(100)}the refund came\nlate ${"after ".repeat(100)}`;
    const line = joined(excerpt(text, "refund"));
    expect(line).toMatch(/^…before .* the refund came late after .*after…$/);
    expect(line.length).toBeLessThanOrEqual(162);
  });

  it("is the whole of a short text, and the beginning where there is no hit", () => {
    expect(joined(excerpt("a short one", "short"))).toBe("a short one");
    expect(joined(excerpt("word ".repeat(100), "refund"))).toMatch(/^word .*word…$/);
  });

  it("stays short and well formed, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 2_000 }), (text) => {
        const line = joined(excerpt(text, text.slice(-1), 40));
        expect(line.length).toBeLessThanOrEqual(42);
        expect(/[\ud800-\udfff]/u.test(line)).toBe(false);
      }),
    );
  });
});
