import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { replaces } from "./newer-state";
import { EMPTY_BOOKS, type LineBooks, planLine } from "./plan-line";
import type { PurchaseState, ShopLine } from "./purchase-state";
import { targetsOf } from "./target";

const CREDITS = micros(100_000_000n);

function line(over: Partial<ShopLine> = {}): ShopLine {
  return {
    key: "1",
    name: "100 credits",
    product: { kind: "woocommerce", product: 7, variation: null },
    quantity: 1,
    total: "10.00",
    refundedTotal: "0",
    refundedQuantity: 0,
    ...over,
  };
}

function state(over: Partial<PurchaseState> = {}): PurchaseState {
  return {
    key: "order:1",
    number: "1",
    buyer: { externalId: "42", email: null, name: null },
    shopStatus: "completed",
    granting: true,
    lines: [line()],
    currency: "EUR",
    total: "10.00",
    refunded: "0",
    refundedApart: "0",
    dispute: "none",
    disputed: null,
    asOf: "2026-11-20T10:00:00.000Z",
    observedAt: "2026-11-20T10:00:01.000Z",
    confirmed: false,
    occurredAt: "2026-11-20T10:00:00.000Z",
    facts: {},
    ...over,
  };
}

const earned = (of: PurchaseState, key = "1") => targetsOf(of, () => CREDITS).get(key)?.earned;
const netOf = (books: LineBooks) => books.granted - books.refunded - books.disputed;

describe("targetsOf", () => {
  it("earns quantity times credits while the shop says so, and nothing when it does not", () => {
    expect(earned(state({ lines: [line({ quantity: 3 })] }))).toBe(300_000_000n);
    expect(earned(state({ granting: false }))).toBe(0n);
  });

  it("leaves lines that sell no package out", () => {
    expect(targetsOf(state(), () => null).size).toBe(0);
  });

  it("takes the share of the whole order that was refunded without naming a line", () => {
    expect(earned(state({ refunded: "4.00" }))).toBe(60_000_000n);
    expect(earned(state({ refunded: "10.00" }))).toBe(0n);
    expect(earned(state({ refunded: "12.00" }))).toBe(0n);
  });

  it("counts a line's own refund against that line alone", () => {
    const mixed = state({
      lines: [line({ refundedTotal: "5.00" }), line({ key: "2", total: "30.00" })],
      total: "45.00",
      refunded: "6.00",
      refundedApart: "1.00",
    });
    expect(earned(mixed)).toBe(50_000_000n);
    expect(earned(mixed, "2")).toBe(100_000_000n);
  });

  it("counts pieces where a refund names no money, once", () => {
    const pieces = state({
      lines: [line({ quantity: 4, total: "40.00", refundedQuantity: 1 })],
      total: "40.00",
      refunded: "10.00",
    });
    expect(earned(pieces)).toBe(300_000_000n);
  });

  it("keeps from the customer what is disputed, until it is won", () => {
    const target = (dispute: PurchaseState["dispute"], disputed: string | null = null) =>
      targetsOf(state({ dispute, disputed }), () => CREDITS).get("1")?.disputed;
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
          earned(state({ refunded: (back / 100).toFixed(2), lines: [line({ quantity })] })) ?? 0n;
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
    state({
      asOf: new Date(Date.UTC(2026, 10, 20, 10, 0, second)).toISOString(),
      granting,
      refunded: String(refunded),
      dispute,
      lines: [line({ quantity })],
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
    const processing = state({ shopStatus: "processing", observedAt: "2026-11-20T10:00:02.000Z" });
    expect(replaces(processing, state())).toBe(false);
    expect(replaces(state(), processing)).toBe(true);
    expect(replaces(state({ refunded: "1" }), state())).toBe(true);
    expect(replaces(state(), state({ refunded: "1" }))).toBe(false);
  });

  it("believes the shop's own answer over a snapshot of the same second", () => {
    const asked = state({ confirmed: true, shopStatus: "processing" });
    expect(replaces(asked, state())).toBe(true);
    expect(replaces(state({ refunded: "9" }), asked)).toBe(false);
    expect(replaces({ ...asked, observedAt: "2026-11-20T10:00:00.000Z" }, asked)).toBe(false);
  });
});
