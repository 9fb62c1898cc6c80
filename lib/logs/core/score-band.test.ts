import { expect, it } from "vitest";
import { scoreBand, scorePercent } from "./score-band";

it.each([
  [1, "strong"],
  [0.85, "strong"],
  [0.8499, "useful"],
  [0.7, "useful"],
  [0.6999, "weak"],
  [0.5, "weak"],
  [0.4999, "poor"],
  [0, "poor"],
])("rates a score of %d as %s", (score, band) => {
  expect(scoreBand(score)).toBe(band);
});

it("keeps the band of a score that was stored as a 32-bit float", () => {
  for (let percent = 0; percent <= 100; percent += 1) {
    expect(scorePercent(Math.fround(percent / 100))).toBe(percent);
  }
});
