import { describe, expect, it } from "vitest";
import { alternate, judge, median, tableOf, type Comparison } from "./ratio";

const comparison = (ours: number[], peer: number[], aim: Comparison["aim"]): Comparison => ({
  row: "hot",
  path: "one wallet",
  ours: { name: "ours", unit: "requests/s", values: ours },
  peer: { name: "peer", unit: "requests/s", values: peer },
  aim,
  notes: ["pgbench is not installed."],
});

describe("median", () => {
  it.each([
    [[], 0],
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])("of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe("judge", () => {
  it("compares the sides of each round with one another, not the medians of all", () => {
    const verdict = judge(comparison([10, 20, 90], [10, 10, 100], { bound: "at least", ratio: 1 }));
    expect(verdict.ratios).toEqual([1, 2, 0.9]);
    expect(verdict).toMatchObject({ ratio: 1, met: true });
  });

  it("knows aims that must not be passed", () => {
    expect(judge(comparison([30], [10], { bound: "at most", ratio: 3 })).met).toBe(true);
    expect(judge(comparison([31], [10], { bound: "at most", ratio: 3 })).met).toBe(false);
  });
});

describe("alternate", () => {
  it("runs the sides in turn and sorts their values", async () => {
    const order: string[] = [];
    const side = (name: string) => async () => order.push(name);

    expect(await alternate(2, [side("a"), side("b")])).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(order).toEqual(["a", "b", "a", "b"]);
  });
});

describe("tableOf", () => {
  it("prints the ratio, the aim and whether it was met, and each note once", () => {
    const missed = comparison([5], [10], { bound: "at least", ratio: 0.8 });
    const table = tableOf([missed, missed]);
    expect(table).toMatch(/0\.50 × +≥ 0\.8 × +MISS/);
    expect(table.split("pgbench is not installed.")).toHaveLength(2);
  });
});
