import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accentColours, contrastOf } from "./contrast";

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("a merchant's colour", () => {
  it("is measured as WCAG does", () => {
    expect(contrastOf("#ffffff", "#000000")).toBeCloseTo(21, 5);
    expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  it("is readable on the page, whatever it is", () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const { fill, onFill, onLight, onDark, lineOnLight, lineOnDark } = accentColours(accent);
        expect(fill).toBe(accent);
        expect(contrastOf(fill, onFill)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(onLight, "#ffffff")).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(onDark, "#1a1917")).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(lineOnLight, "#fbfaf8")).toBeGreaterThanOrEqual(3);
        expect(contrastOf(lineOnDark, "#131211")).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it("stays as it is where it can be read", () => {
    expect(accentColours("#1557c0").onLight).toBe("#1557c0");
  });
});
