import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { replaces } from "./newer-state";
import { EMPTY_BOOKS, type LineBooks, planLine } from "./plan-line";
import type { PurchaseState } from "./purchase-state";
import { targetsOf } from "./target";
import { makeLine, makeState } from "./testing";

const CREDITS = micros(100_000_000n);

const earned = (of: PurchaseState, key = "1") => targetsOf(of, () => CREDITS).get(key)?.earned;
const netOf = (books: LineBooks) => books.granted - books.refunded - books.disputed;

describe("targetsOf", () => {
  it("earns quantity times credits while the shop says so, and nothing when it does not", () => {
    expect(earned(makeState({ lines: [makeLine({ quantity: 3 })] }))).toBe(300_000_000n);
    expect(earned(makeState({ granting: false }))).toBe(0n);
  });

  it("leaves lines that sell no package out", () => {
    expect(targetsOf(makeState(), () => null).size).toBe(0);
  });

  it("takes the share of the whole order that was refunded without naming a line", () => {
    expect(earned(makeState({ refunded: "4.00" }))).toBe(60_000_000n);
    expect(earned(makeState({ refunded: "10.00" }))).toBe(0n);
    expect(earned(makeState({ refunded: "12.00" }))).toBe(0n);
  });

  it("counts a line's own refund against that line alone", () => {
    const mixed = makeState({
      lines: [makeLine({ refundedTotal: "5.00" }), makeLine({ key: "2", total: "30.00" })],
      total: "45.00",
      refunded: "6.00",
      refundedApart: "1.00",
    });
    expect(earned(mixed)).toBe(50_000_000n);
    expect(earned(mixed, "2")).toBe(100_000_000n);
  });

  it("counts pieces where a refund names no money, once", () => {
    const pieces = makeState({
      lines: [makeLine({ quantity: 4, total: "40.00", refundedQuantity: 1 })],
      total: "40.00",
      refunded: "10.00",
    });
    expect(earned(pieces)).toBe(300_000_000n);
  });

  it("keeps from the customer what is disputed, until it is won", () => {
    const target = (dispute: PurchaseState["dispute"], disputed: string | null = null) =>
      targetsOf(makeState({ dispute, disputed }), () => CREDITS).get("1")?.disputed;
    expect(target("open")).toBe(100_000_000n);
    expect(target("lost")).toBe(100_000_000n);
    expect(target("open", "2.50")).toBe(25_000_000n);
    expect(target("won")).toBe(0n);
  });

  it("never keeps more when more is refunded, and nothing when all is", () => {
    const cents = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 1, max: 9 }), (a, b, quantity) => {
        const kept = (back: number) =>
          earned(makeState({ refunded: (back / 100).toFixed(2), lines: [makeLine({ quantity })] })) ?? 0n;
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(kept(more)).toBeLessThanOrEqual(kept(less));
        expect(kept(1_000)).toBe(0n);
        expect(kept(0)).toBe(CREDITS * BigInt(quantity));
      }),
    );
  });
});

const anyState = fc
  .record({
    second: fc.integer({ min: 0, max: 20 }),
    granting: fc.boolean(),
    quantity: fc.integer({ min: 0, max: 5 }),
    refunded: fc.integer({ min: 0, max: 12 }),
    dispute: fc.constantFrom("none", "open", "won", "lost"),
  })
  .map(({ second, granting, quantity, refunded, dispute }) =>
    makeState({
      asOf: new Date(Date.UTC(2026, 10, 20, 10, 0, second)).toISOString(),
      granting,
      refunded: String(refunded),
      dispute,
      lines: [makeLine({ quantity })],
    }),
  );
const anyHistory = fc.uniqueArray(anyState, { selector: (each) => each.asOf, minLength: 1, maxLength: 8 });

/** What applyPurchase does, without a database; with a policy that collects only a part. */
function arrive(states: readonly PurchaseState[], collect: (amount: bigint) => bigint = (all) => all) {
  let known: PurchaseState | null = null;
  let books: LineBooks = EMPTY_BOOKS;
  let wallet = 0n;
  for (const next of states) {
    if (!replaces(next, known)) continue;
    known = next;
    const target = targetsOf(next, () => CREDITS).get("1") ?? { earned: micros(0n), disputed: micros(0n) };
    const plan = planLine(books, target);
    books = plan.books;
    for (const { type, amount } of plan.moves) {
      if (type === "purchase" || type === "dispute_reversal") wallet += amount;
      else {
        const taken = collect(amount);
        wallet -= taken;
        books = { ...books, forgiven: micros(books.forgiven + amount - taken) };
      }
    }
    expect(books.granted >= 0n && books.refunded >= 0n && books.disputed >= 0n).toBe(true);
    expect(books.refunded + books.disputed).toBeLessThanOrEqual(books.granted);
    expect(books.forgiven).toBeLessThanOrEqual(books.refunded + books.disputed);
    expect(netOf(books)).toBe(target.earned - target.disputed);
  }
  return { wallet, books, known };
}

describe("any order of arrival", () => {
  it("ends with what the shop last said, however often and in whatever order it was heard", () => {
    fc.assert(
      fc.property(anyHistory, fc.array(fc.nat(), { minLength: 8, maxLength: 24 }), (history, picks) => {
        const shuffled = [...picks.map((pick) => history[pick % history.length] ?? history[0]), ...history];
        const given = shuffled.filter((each) => each !== undefined);
        const inOrder = [...history].sort((a, b) => a.asOf.localeCompare(b.asOf));
        expect(arrive(given).wallet).toBe(arrive(inOrder).wallet);
        expect(arrive([...given].reverse()).wallet).toBe(arrive(inOrder).wallet);
      }),
    );
  });

  it("gives back no more than was really taken", () => {
    fc.assert(
      fc.property(anyHistory, fc.bigInt(0n, 100n), (history, percent) => {
        const { wallet, books } = arrive(history, (amount) => (amount * percent) / 100n);
        expect(wallet).toBe(netOf(books) + books.forgiven);
      }),
    );
  });
});

describe("replaces", () => {
  it("lets the more advanced of two snapshots of one second win", () => {
    const processing = makeState({ shopStatus: "processing", observedAt: "2026-11-20T10:00:02.000Z" });
    expect(replaces(processing, makeState())).toBe(false);
    expect(replaces(makeState(), processing)).toBe(true);
    expect(replaces(makeState({ refunded: "1" }), makeState())).toBe(true);
    expect(replaces(makeState(), makeState({ refunded: "1" }))).toBe(false);
  });

  it("believes the shop's own answer over a snapshot of the same second", () => {
    const asked = makeState({ confirmed: true, shopStatus: "processing" });
    expect(replaces(asked, makeState())).toBe(true);
    expect(replaces(makeState({ refunded: "9" }), asked)).toBe(false);
    expect(replaces({ ...asked, observedAt: "2026-11-20T10:00:00.000Z" }, asked)).toBe(false);
  });
});
