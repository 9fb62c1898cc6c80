import { describe, expect, it } from "vitest";
import { latestHours, weekOrder } from "./week";

const days = { from: "2026-11-15", to: "2026-11-21", timeZone: "Europe/Berlin" };
const now = new Date("2026-11-21T06:30:00Z"); // a Saturday, 07:30 in Berlin

describe("the latest hour of a weekday", () => {
  it("is an hour of the merchant's zone", () => {
    expect(latestHours(days, now)(4, 9)).toEqual({
      from: new Date("2026-11-20T08:00:00Z"),
      until: new Date("2026-11-20T09:00:00Z"),
    });
  });

  it("is the one going on, and none that is still to come", () => {
    expect(latestHours(days, now)(5, 7)?.from).toEqual(new Date("2026-11-21T06:00:00Z"));
    expect(latestHours(days, now)(5, 8)).toBeNull();
    expect(latestHours({ ...days, from: "2026-11-01" }, now)(5, 8)?.from).toEqual(
      new Date("2026-11-14T07:00:00Z"),
    );
  });
});

describe("the order of weekdays", () => {
  it("begins as the merchant says", () => {
    expect(weekOrder("monday")).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(weekOrder("sunday")).toEqual([6, 0, 1, 2, 3, 4, 5]);
    expect(weekOrder("saturday")).toEqual([5, 6, 0, 1, 2, 3, 4]);
  });
});
