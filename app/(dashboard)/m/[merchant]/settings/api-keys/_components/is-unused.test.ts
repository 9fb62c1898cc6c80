import { describe, expect, it } from "vitest";
import { isUnused } from "./is-unused";

const now = new Date("2026-11-20T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1_000);

describe("a key", () => {
  it.each([
    { what: "made yesterday and never used", created: 1, used: null, unused: false },
    { what: "made two months ago and never used", created: 60, used: null, unused: true },
    { what: "used last week", created: 400, used: 7, unused: false },
    { what: "not used for half a year", created: 400, used: 180, unused: true },
  ])("$what", ({ created, used, unused }) => {
    const key = { createdAt: daysAgo(created), lastUsedAt: used === null ? null : daysAgo(used) };
    expect(isUnused(key, now)).toBe(unused);
  });
});
