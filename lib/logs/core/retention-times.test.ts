import { describe, expect, it } from "vitest";
import { RETENTION_PERIODS } from "./retention";
import { keepFrom, nextPruning } from "./retention-times";

const at = (text: string) => new Date(text);

describe("what is kept", () => {
  it("reaches back by the calendar: days of 23 and 25 hours, months of any length", () => {
    expect(keepFrom("1d", at("2026-10-25T12:00:00+01:00"), "Europe/Berlin")).toEqual(
      at("2026-10-24T12:00:00+02:00"),
    );
    expect(keepFrom("6m", at("2026-08-31T10:00:00Z"), "UTC")).toEqual(at("2026-02-28T10:00:00Z"));
    expect(keepFrom("1y", at("2028-02-29T10:00:00Z"), "UTC")).toEqual(at("2027-02-28T10:00:00Z"));
  });

  it("reaches the further back the longer the period", () => {
    const instants = RETENTION_PERIODS.map((period) =>
      keepFrom(period, at("2026-11-20T12:00:00Z"), "UTC").getTime(),
    );
    expect(instants).toEqual([...instants].sort((a, b) => b - a));
  });
});

describe("pruning", () => {
  it("is at three in the merchant's night, every night once", () => {
    const first = nextPruning(at("2026-11-20T12:00:00Z"), "Europe/Berlin");
    expect(first).toEqual(at("2026-11-21T02:00:00Z"));
    expect(nextPruning(first, "Europe/Berlin")).toEqual(at("2026-11-22T02:00:00Z"));
    expect(nextPruning(at("2026-11-20T01:59:59Z"), "Europe/Berlin")).toEqual(at("2026-11-20T02:00:00Z"));
  });

  it("is neither lost nor repeated where clocks change in that hour", () => {
    // Lord Howe, Cairo and others change elsewhere; in New York 02:00 becomes 03:00 and 02:00 comes twice.
    const spring = nextPruning(at("2026-03-08T04:00:00Z"), "America/New_York");
    expect(spring).toEqual(at("2026-03-08T07:00:00Z"));
    expect(nextPruning(spring, "America/New_York")).toEqual(at("2026-03-09T07:00:00Z"));
  });
});
