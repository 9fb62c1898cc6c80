import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { parseMoney } from "./decimal";
import type { PurchaseState } from "./purchase-state";
import { refundedState } from "./rehearse";
import { targetsOf } from "./target";
import { makeLine, makeState } from "./testing";

const state = makeState({
  lines: ["1", "2"].map((key) => makeLine({ key, quantity: 3 })),
  total: "20.00",
});
const invalid = expect.objectContaining({ code: "invalid_input" });

describe("refundedState", () => {
  it("adds the sum to what went back before; without a sum, everything that is left", () => {
    const once = refundedState(state, { amount: "5.00" });
    expect(once.refunded).toBe("5.00");
    expect(refundedState(once, { amount: "2.5" }).refunded).toBe("7.50");
    expect(refundedState(once, {}).refunded).toBe("20.00");
  });

  it("takes the price of a line's pieces where no sum is said", () => {
    const next = refundedState(state, { lines: [{ key: "2", quantity: 1 }] });
    expect(next.refunded).toBe("3.33333333");
    expect(next.lines[0]).toEqual(state.lines[0]);
    expect(next.lines[1]).toMatchObject({ refundedTotal: "3.33333333", refundedQuantity: 1 });
  });

  it("refuses what is not there, and more than is left", () => {
    expect(() => refundedState(state, { lines: [{ key: "9" }] })).toThrow(invalid);
    expect(() => refundedState(state, { lines: [{ key: "1", quantity: 4 }] })).toThrow(invalid);
    expect(() => refundedState(state, { amount: "20.01" })).toThrow(invalid);
    expect(() => refundedState({ ...state, refunded: "20.00" }, {})).toThrow(invalid);
  });

  it("never leaves more credits than before, whatever is refunded", () => {
    const sum = fc.integer({ min: 1, max: 2_000 }).map((cents) => (cents / 100).toFixed(2));
    const earned = (of: PurchaseState) =>
      [...targetsOf(of, () => micros(100_000_000n)).values()].reduce((all, each) => all + each.earned, 0n);
    fc.assert(
      fc.property(sum, (amount) => {
        const next = refundedState(state, { amount });
        expect(earned(next)).toBeLessThanOrEqual(earned(state));
        expect(parseMoney(next.refunded)).toBe(parseMoney(amount));
      }),
    );
  });
});
