import { describe, expect, it } from "vitest";
import { seeded } from "./seeded";

const draw = (...seed: (string | number)[]) => {
  const random = seeded(...seed);
  return Array.from({ length: 5 }, () => random.next());
};

describe("seeded", () => {
  it("gives the same sequence for the same seed and another one for any other", () => {
    expect(draw("run", 7)).toEqual(draw("run", 7));
    expect(draw("run", 7)).not.toEqual(draw("run", 8));
    expect(draw("run", 17)).not.toEqual(draw("run1", 7));
  });

  it("spreads evenly, also over the first numbers of neighbouring seeds", () => {
    const firsts = Array.from({ length: 10_000 }, (_, row) => seeded("row", row).between(0, 9));
    const counts = firsts.reduce(
      (seen, digit) => seen.with(digit, (seen[digit] ?? 0) + 1),
      Array<number>(10).fill(0),
    );

    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1_150);
  });

  it("picks in proportion to the weights", () => {
    const random = seeded("weights");
    const picks = Array.from({ length: 10_000 }, () =>
      random.weighted([
        [9, "often"],
        [1, "rarely"],
      ]),
    );

    expect(picks.filter((pick) => pick === "rarely").length).toBeGreaterThan(850);
    expect(picks.filter((pick) => pick === "rarely").length).toBeLessThan(1_150);
  });
});
