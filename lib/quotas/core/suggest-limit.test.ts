import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { suggestLimit, worthOfRequests } from "./suggest-limit";

describe("suggestLimit", () => {
  it("is never below what was used, less than a credit above it, and whole from one credit on", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 15n), (used) => {
        const limit = suggestLimit(micros(used));
        expect(limit >= used && limit - used < 1_000_000n).toBe(true);
        if (used >= 1_000_000n) expect(limit % 1_000_000n).toBe(0n);
      }),
    );
  });
});

describe("worthOfRequests", () => {
  it("divides by the average cost, halves up", () => {
    expect(worthOfRequests(micros(10n), { requests: 4n, cost: micros(16n) })).toBe(3n);
    expect(worthOfRequests(micros(9n), { requests: 4n, cost: micros(16n) })).toBe(2n);
    expect(worthOfRequests(micros(0n), { requests: 4n, cost: micros(16n) })).toBe(0n);
  });

  it("is unknown where nothing ran, or all of it was free", () => {
    expect(worthOfRequests(micros(10n), { requests: 0n, cost: micros(0n) })).toBeNull();
    expect(worthOfRequests(micros(10n), { requests: 3n, cost: micros(0n) })).toBeNull();
  });
});
