import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import {
  balanceOf,
  endHeldParts,
  grant,
  heldOf,
  type LotState,
  openBook,
  setAside,
  spend,
  sweepExpired,
  takeBack,
} from "./book";

const NOW = new Date("2026-11-20T12:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

function lot(over: Partial<LotState> & { id: string }): LotState {
  const remaining = over.remaining ?? micros(10n);
  return {
    priority: 50,
    category: "paid",
    effectiveAt: at(-60),
    expiresAt: null,
    granted: remaining,
    held: micros(0n),
    ...over,
    remaining,
  };
}

function book(lots: LotState[], over: { debt?: bigint; frozen?: boolean } = {}) {
  const booked = lots.reduce((sum, each) => sum + each.remaining, 0n) - (over.debt ?? 0n);
  return openBook({
    merchantId: "m",
    customerId: "c",
    booked: micros(booked),
    debt: micros(over.debt ?? 0n),
    carryTicks: 0n,
    frozen: over.frozen ?? false,
    lots,
  });
}

const anyLot = fc.record({
  id: fc.uuid(),
  priority: fc.integer({ min: 0, max: 3 }),
  category: fc.constantFrom("paid" as const, "promotional" as const),
  effectiveAt: fc.integer({ min: -5, max: 5 }).map(at),
  expiresAt: fc.option(fc.integer({ min: -5, max: 5 }).map(at)),
  remaining: fc.bigInt(1n, 1_000n),
  heldShare: fc.bigInt(0n, 1_000n),
});
const anyBook = fc.uniqueArray(anyLot, { maxLength: 8, selector: (each) => each.id }).map((lots) =>
  book(
    lots.map(({ heldShare, remaining, ...rest }) =>
      lot({
        ...rest,
        remaining: micros(remaining),
        held: micros(heldShare < remaining ? heldShare : remaining),
      }),
    ),
  ),
);

/** What must hold at every step: no impossible lot, and the booked balance is what the lots say. */
function expectSound(opened: ReturnType<typeof book>) {
  let sum = -opened.debt;
  for (const each of opened.lots) {
    expect(each.held >= 0n && each.held <= each.remaining && each.remaining <= each.granted).toBe(true);
    sum += each.remaining;
  }
  expect(opened.booked).toBe(sum);
}

describe("burn order", () => {
  it("is priority, soonest expiry, promotional before paid, effective instant, id", () => {
    const opened = book([
      lot({ id: "never" }),
      lot({ id: "b-late-start", effectiveAt: at(-1) }),
      lot({ id: "promo", category: "promotional" }),
      lot({ id: "expires-later", expiresAt: at(20) }),
      lot({ id: "expires-soon", expiresAt: at(10) }),
      lot({ id: "first", priority: 1 }),
    ]);

    const parts = spend(opened, micros(60n), NOW);

    expect(parts.map(([id]) => id)).toEqual([
      "first",
      "expires-soon",
      "expires-later",
      "promo",
      "never",
      "b-late-start",
    ]);
  });

  it("passes over lots that have expired or are not in force yet", () => {
    const opened = book([
      lot({ id: "gone", expiresAt: NOW }),
      lot({ id: "later", effectiveAt: at(1) }),
      lot({ id: "now" }),
    ]);

    expect(balanceOf(opened, NOW)).toEqual({ total: 10n, held: 0n, available: 10n });
    expect(spend(opened, micros(4n), NOW)).toEqual([["now", 4n]]);
  });
});

describe("a wallet under any sequence of acts", () => {
  it("spends exactly what is asked, from what is available only", () => {
    fc.assert(
      fc.property(anyBook, fc.bigInt(0n, 3_000n), (opened, wish) => {
        const { available, held } = balanceOf(opened, NOW);
        const amount = micros(wish < available ? wish : available);
        const before = opened.booked;
        const parts = spend(opened, amount, NOW);
        expect(parts.reduce((sum, [, part]) => sum + part, 0n)).toBe(amount);
        expect(opened.booked).toBe(before - amount);
        expect(heldOf(opened)).toBe(held);
        expectSound(opened);
      }),
    );
  });

  it("returns every part of a hold that is not spent to the lot it came from", () => {
    fc.assert(
      fc.property(anyBook, fc.bigInt(0n, 3_000n), fc.bigInt(0n, 3_000n), (opened, wish, cost) => {
        const before = balanceOf(opened, NOW);
        const amount = micros(wish < before.available ? wish : before.available);
        const parts = setAside(opened, amount, NOW);
        expect(balanceOf(opened, NOW)).toEqual({
          total: before.total,
          held: before.held + amount,
          available: before.available - amount,
        });
        const spent = micros(cost < amount ? cost : amount);
        const used = endHeldParts(opened, parts, spent);
        expect(used.reduce((sum, [, part]) => sum + part, 0n)).toBe(spent);
        expect(balanceOf(opened, NOW).available).toBe(before.available - spent);
        expectSound(opened);
      }),
    );
  });

  it("loses nothing but what expired when it is swept, and a second sweep finds nothing", () => {
    fc.assert(
      fc.property(anyBook, (opened) => {
        const shown = balanceOf(opened, NOW);
        sweepExpired(opened, NOW);
        expect(balanceOf(opened, NOW)).toEqual(shown);
        expect(sweepExpired(opened, NOW)).toEqual([]);
        expectSound(opened);
      }),
    );
  });
});

describe("debt", () => {
  it("comes from what a claim does not find, and is paid by the next grant first", () => {
    const opened = book([
      lot({ id: "own", remaining: micros(3n) }),
      lot({ id: "other", remaining: micros(4n) }),
    ]);

    const { parts, short } = takeBack(opened, {
      amount: micros(10n),
      lotIds: new Set(["own"]),
      asDebt: true,
    });

    expect(parts).toEqual([
      ["own", 3n],
      ["other", 4n],
    ]);
    expect(short).toBe(3n);
    expect(balanceOf(opened, NOW)).toEqual({ total: -3n, held: 0n, available: 0n });
    const { id, priority, category, effectiveAt, expiresAt } = lot({ id: "next" });
    const next = grant(opened, { id, priority, category, effectiveAt, expiresAt, granted: micros(10n) });
    expect(next.remaining).toBe(7n);
    expect(balanceOf(opened, NOW)).toEqual({ total: 7n, held: 0n, available: 7n });
    expectSound(opened);
  });

  it("is not made when the shortfall is absorbed", () => {
    const opened = book([lot({ id: "own", remaining: micros(3n) })]);

    expect(takeBack(opened, { amount: micros(10n), lotIds: new Set(["own"]), asDebt: false }).short).toBe(7n);
    expect(balanceOf(opened, NOW).total).toBe(0n);
  });

  it("leaves what open holds keep", () => {
    const opened = book([lot({ id: "own", remaining: micros(10n), held: micros(6n) })]);

    const { parts, short } = takeBack(opened, {
      amount: micros(10n),
      lotIds: new Set(["own"]),
      asDebt: true,
    });

    expect([parts, short]).toEqual([[["own", 4n]], 6n]);
    expectSound(opened);
  });
});

it("shows a frozen wallet's credits and lets none be spent", () => {
  expect(balanceOf(book([lot({ id: "a" })], { frozen: true }), NOW)).toEqual({
    total: 10n,
    held: 0n,
    available: 0n,
  });
});
