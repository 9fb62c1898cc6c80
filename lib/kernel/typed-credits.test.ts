import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCredits } from "./format";
import { parseCredits } from "./micros";
import { readTypedCredits } from "./typed-credits";

describe("credits as people type them", () => {
  it("takes blanks, and commas that group thousands", () => {
    expect(readTypedCredits(" 120 ")).toBe(parseCredits("120"));
    expect(readTypedCredits("1,250.5")).toBe(parseCredits("1250.5"));
    expect(readTypedCredits("12\u202f500")).toBe(parseCredits("12500"));
    expect(readTypedCredits("-1,000,000")).toBe(parseCredits("-1000000"));
  });

  it("never takes a comma for nothing: what may be a fraction is no amount", () => {
    for (const text of ["12,5", "1,25", "0,500.1.2", "12,50", ",5", "1,2500", "12.5,000", "1,,000", ""])
      expect([text, readTypedCredits(text)]).toEqual([text, null]);
  });

  it("reads what the screen shows as the same amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 9_000_000_000_000_000n }), (micros) => {
        expect(readTypedCredits(formatCredits(micros, { places: 6 }))).toBe(micros);
      }),
    );
  });
});
