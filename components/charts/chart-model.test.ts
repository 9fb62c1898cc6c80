import { describe, expect, it } from "vitest";
import { formatFigure, formatTick, shareOf, toLength, totalOf } from "./chart-model";

const series = [
  { key: "balance", label: "From balance", tone: "debit" },
  { key: "quota", label: "From quota", tone: "quota" },
] as const;

describe("the figures of a chart", () => {
  it("are read exactly, whatever is drawn", () => {
    expect(formatFigure(12_345_678_900_001n, "credits")).toBe("12,345,678.900001");
    expect(toLength(12_345_678_900_001n, "credits")).toBe(12_345_678.9);
    expect(toLength(7n, "count")).toBe(7);
  });

  it("tell a share as it is told elsewhere, and draw it in percent", () => {
    expect(formatFigure(shareOf(1n, 8n), "share")).toBe("12.5%");
    expect(formatFigure(shareOf(1n, 3n), "share")).toBe("33.3%");
    expect(formatFigure(shareOf(3n, 0n), "share")).toBe("0%");
    expect(toLength(shareOf(1n, 8n), "share")).toBe(12.5);
    expect(formatTick(12.5, "share")).toBe("12.5%");
  });

  it("sum over the series, a missing one being nothing", () => {
    expect(totalOf({ day: "2026-11-21", values: { balance: 3n, other: 9n } }, series)).toBe(3n);
  });

  it.each([
    [0, "0"],
    [0.25, "0.25"],
    [1_500, "1,500"],
    [25_000, "25k"],
    [2_500_000, "2.5M"],
    [3e9, "3B"],
  ])("mark the axis at %s as %s", (length, text) => {
    expect(formatTick(length)).toBe(text);
  });
});
