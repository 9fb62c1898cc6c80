import { describe, expect, it } from "vitest";
import { millisLeft } from "./time-left";

const startedAt = new Date("2026-11-20T12:00:00Z");
const after = (seconds: number) => new Date(startedAt.getTime() + seconds * 1_000);

describe("the time a task has left", () => {
  it("is what the rest takes at the pace so far", () => {
    expect(millisLeft({ done: 250, total: 1_000, startedAt }, after(10))).toBe(30_000);
  });

  it("is unknown before there is a pace, or a total", () => {
    expect(millisLeft({ done: 0, total: 10, startedAt }, after(10))).toBeNull();
    expect(millisLeft({ done: 5, total: null, startedAt }, after(10))).toBeNull();
    expect(millisLeft({ done: 5, total: 10, startedAt: null }, after(10))).toBeNull();
    expect(millisLeft({ done: 5, total: 10, startedAt }, after(0.5))).toBeNull();
  });

  it("is nothing when more was done than was counted", () => {
    expect(millisLeft({ done: 12, total: 10, startedAt }, after(10))).toBe(0);
  });
});
