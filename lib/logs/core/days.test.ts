import { describe, expect, it } from "vitest";
import { spanOfRange } from "./day-span";
import { startOfDay } from "@/lib/kernel/start-of-day";
import { addDays, countDays, listDays } from "./days";

describe("calendar days", () => {
  it("cross months, years and leap days", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect(listDays("2026-02-27", "2026-03-01")).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
    expect(listDays("2026-03-01", "2026-02-27")).toEqual([]);
    expect(countDays("2026-03-01", "2026-03-01")).toBe(1);
  });

  it("begin at local midnight, also on days of 23 and 25 hours", () => {
    expect(startOfDay("2026-03-29", "Europe/Berlin")).toEqual(new Date("2026-03-28T23:00:00Z"));
    expect(startOfDay("2026-03-30", "Europe/Berlin")).toEqual(new Date("2026-03-29T22:00:00Z"));
    expect(startOfDay("2026-10-26", "Europe/Berlin")).toEqual(new Date("2026-10-25T23:00:00Z"));
  });

  it("begin later where midnight does not exist", () => {
    expect(startOfDay("2018-11-04", "America/Sao_Paulo")).toEqual(new Date("2018-11-04T03:00:00Z"));
  });

  it("of a range end with today in the zone", () => {
    const now = new Date("2026-11-20T23:30:00Z");
    expect(spanOfRange("7d", now, "UTC")).toEqual({ from: "2026-11-14", to: "2026-11-20" });
    expect(spanOfRange("30d", now, "Europe/Berlin")).toEqual({ from: "2026-10-23", to: "2026-11-21" });
  });
});
