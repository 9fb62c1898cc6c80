import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { secondsToWait, windowStart, WINDOW_SECONDS } from "./attempts";

const opened = new Date("2026-11-20T10:00:00Z");
const at = (seconds: number) => new Date(opened.getTime() + seconds * 1_000);

describe("windowStart", () => {
  it("is the last quarter of an hour", () => {
    expect(windowStart(at(0))).toEqual(opened);
    expect(windowStart(at(899))).toEqual(opened);
    expect(windowStart(at(900))).toEqual(at(900));
  });
});

describe("secondsToWait", () => {
  it("lets as many attempts through as the limit says, and not one more", () => {
    expect(secondsToWait({ current: 10, previous: 0 }, 10, at(60))).toBe(0);
    expect(secondsToWait({ current: 11, previous: 0 }, 10, at(60))).toBeGreaterThan(0);
  });

  it("does not forget everything when a window ends", () => {
    expect(secondsToWait({ current: 1, previous: 10 }, 10, at(1))).toBeGreaterThan(0);
    expect(secondsToWait({ current: 1, previous: 10 }, 10, at(90))).toBe(0);
  });

  it("names a wait after which one attempt is allowed", () => {
    const failures = fc.record({
      current: fc.integer({ min: 1, max: 40 }),
      previous: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(
        failures,
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 0, max: 899 }),
        (counts, limit, second) => {
          const wait = secondsToWait(counts, limit, at(second));
          if (wait === 0) return;
          const later = second + wait;
          // The refused attempt itself is given back; the next one counts in the window it falls into.
          const before = counts.current - 1;
          const then =
            later < WINDOW_SECONDS
              ? { current: before + 1, previous: counts.previous }
              : { current: 1, previous: before };
          expect(later).toBeLessThan(2 * WINDOW_SECONDS + 1);
          expect(secondsToWait(then, limit, at(later))).toBe(0);
        },
      ),
    );
  });
});
