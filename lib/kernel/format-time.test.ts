import { describe, expect, it } from "vitest";
import { formatDay, formatDuration, formatInstant, formatInstantInFull, formatRelative } from "./format-time";
import { localDay } from "./time";

const now = new Date("2026-11-21T10:00:00Z");

describe("instants", () => {
  it("are written in the zone of the merchant, not of the machine", () => {
    const at = new Date("2026-11-21T23:30:05Z");
    expect(formatInstant(at, "UTC", now)).toBe("21 Nov, 23:30");
    expect(formatInstant(at, "Europe/Berlin", now)).toBe("22 Nov, 00:30");
    expect(formatInstant(at, "Asia/Kathmandu", now)).toBe("22 Nov, 05:15");
  });

  it("name the year when it is not this one, by the zone's own calendar", () => {
    expect(formatInstant(new Date("2025-12-31T23:30:00Z"), "UTC", now)).toBe("31 Dec 2025, 23:30");
    expect(formatInstant(new Date("2025-12-31T23:30:00Z"), "Europe/Berlin", now)).toBe("1 Jan, 00:30");
  });

  it("tell zone and offset in full, as they are on that day", () => {
    expect(formatInstantInFull(new Date("2026-07-01T08:04:05Z"), "Europe/Berlin")).toBe(
      "Wed 1 July 2026, 10:04:05, Europe/Berlin (UTC+02:00)",
    );
    expect(formatInstantInFull(now, "UTC")).toBe("Sat 21 November 2026, 10:00:00, UTC");
  });

  it("belong to a calendar day of their zone", () => {
    expect(localDay("Europe/Berlin", new Date("2026-11-21T23:30:00Z"))).toBe("2026-11-22");
    expect(formatDay("2026-09-03")).toBe("3 Sep");
    expect(formatDay("2026-11-21", "full")).toBe("Sat 21 November 2026");
  });
});

describe("formatRelative", () => {
  it.each([
    [0, "just now"],
    [-30_000, "just now"],
    [30_000, "in a moment"],
    [-60_000, "1 min ago"],
    [3_599_000, "in 1 h"],
    [5 * 3_600_000, "in 5 h"],
    [-23.8 * 3_600_000, "1 day ago"],
    [12 * 86_400_000, "in 12 days"],
  ])("writes %s ms from now as %s", (distance, text) => {
    expect(formatRelative(new Date(now.getTime() + distance), now)).toBe(text);
  });
});

describe("formatDuration", () => {
  it.each([
    [340, "340 ms"],
    [2_440, "2.4 s"],
    [59_990, "1 min"],
    [200_000, "3 min 20 s"],
    [3_900_000, "1 h 5 min"],
    [7_200_000, "2 h"],
  ])("writes %s ms as %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});
