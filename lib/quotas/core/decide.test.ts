import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { planSplit, type QuotaCounter, roomOf, type Split, type SplitInput } from "./decide";

function counter(
  key: string,
  limit: bigint | null,
  fields: { used?: bigint; held?: bigint; observe?: boolean } = {},
): QuotaCounter {
  const { used = 0n, held = 0n, observe = false } = fields;
  return {
    key,
    limit: limit === null ? null : micros(limit),
    used: micros(used),
    held: micros(held),
    observe,
  };
}

const split = (
  ...[cost, available, counters, more]: [bigint, bigint, QuotaCounter[], Partial<SplitInput>?]
): Split =>
  planSplit({
    cost: micros(cost),
    available: micros(available),
    burnOrder: "balance_first",
    mode: "authorize",
    counters,
    ...more,
  });

const allowed = (fromBalance: bigint, fromQuota: bigint, overdraft = 0n) => ({
  fromBalance,
  fromQuota,
  overdraft,
  refusedBy: null,
  reason: null,
});
const refused = (refusedBy: string, reason: string) => ({ ...allowed(0n, 0n), refusedBy, reason });

describe("planSplit", () => {
  it("takes the balance first and counts the rest against the quota", () => {
    expect(split(10n, 100n, [counter("q", 5n)])).toEqual(allowed(10n, 0n));
    expect(split(10n, 6n, [counter("q", 5n)])).toEqual(allowed(6n, 4n));
    expect(split(10n, 0n, [counter("q", 10n)])).toEqual(allowed(0n, 10n));
  });

  it("takes the quota first where the merchant says so", () => {
    const order = { burnOrder: "quota_first" } as const;
    expect(split(10n, 100n, [counter("q", 6n)], order)).toEqual(allowed(4n, 6n));
    expect(split(10n, 3n, [counter("q", 6n)], order)).toEqual(refused("q", "insufficient"));
    expect(split(10n, 100n, [counter("q", 0n)], order)).toEqual(allowed(10n, 0n));
    expect(split(10n, 100n, [], order)).toEqual(allowed(0n, 10n));
  });

  it("is unlimited without a quota, or with a limit of null", () => {
    expect(split(10n, 4n, [])).toEqual(allowed(4n, 6n));
    expect(split(10n, 4n, [counter("q", null, { used: 999n })])).toEqual(allowed(4n, 6n));
  });

  it("counts what is used and held, and refuses past the limit", () => {
    expect(split(3n, 0n, [counter("q", 10n, { used: 4n, held: 3n })])).toEqual(allowed(0n, 3n));
    expect(split(4n, 0n, [counter("q", 10n, { used: 4n, held: 3n })])).toEqual(refused("q", "insufficient"));
  });

  it("asks every quota, and names the one with the least room, of equals the lowest key", () => {
    const wide = counter("a", 100n, { used: 50n });
    const tight = counter("b", 10n, { used: 5n });
    expect(split(5n, 0n, [wide, tight])).toEqual(allowed(0n, 5n));
    expect(split(6n, 0n, [wide, tight])).toEqual(refused("b", "insufficient"));
    expect(split(6n, 0n, [counter("c", 5n), counter("b", 5n)])).toEqual(refused("b", "insufficient"));
  });

  it("says access_disabled for a limit of 0, even beside a quota that is as full", () => {
    expect(split(1n, 0n, [counter("a", 5n, { used: 9n }), counter("b", 0n)])).toEqual(
      refused("b", "access_disabled"),
    );
    expect(split(5n, 4n, [counter("b", 0n)])).toEqual(refused("b", "access_disabled"));
  });

  it("lets a balance that covers the whole cost pay beside a limit of 0: prepaid only", () => {
    expect(split(5n, 5n, [counter("b", 0n)])).toEqual(allowed(5n, 0n));
  });

  it("never lets an observing counter say no or cause overdraft", () => {
    const watching = counter("a", 0n, { used: 7n, observe: true });
    expect(split(5n, 0n, [watching])).toEqual(allowed(0n, 5n));
    expect(split(5n, 0n, [watching], { mode: "usage" })).toEqual(allowed(0n, 5n));
    expect(split(5n, 0n, [watching, counter("b", 4n)])).toEqual(refused("b", "insufficient"));
  });

  it("never refuses usage that happened: what nothing covers is overdraft", () => {
    const usage = { mode: "usage" } as const;
    expect(split(10n, 3n, [counter("q", 5n)], usage)).toEqual(allowed(3n, 5n, 2n));
    expect(split(10n, 3n, [counter("q", 0n)], usage)).toEqual(allowed(3n, 0n, 7n));
    expect(split(10n, 3n, [counter("q", 5n, { used: 8n })], { ...usage, burnOrder: "quota_first" })).toEqual(
      allowed(3n, 0n, 7n),
    );
  });

  it("always lets a free request pass", () => {
    expect(split(0n, -5n, [counter("q", 0n), counter("r", 1n, { used: 9n })])).toEqual(allowed(0n, 0n));
  });

  it("spends nothing of a negative balance", () => {
    expect(split(4n, -100n, [counter("q", 5n)])).toEqual(allowed(0n, 4n));
    expect(split(4n, -100n, [counter("q", 3n)], { mode: "usage" })).toEqual(allowed(0n, 3n, 1n));
  });
});

describe("roomOf", () => {
  it("is what is left, never below zero, and null where there is no limit", () => {
    expect(roomOf(counter("q", 10n, { used: 3n, held: 2n }))).toBe(5n);
    expect(roomOf(counter("q", 10n, { used: 9n, held: 2n }))).toBe(0n);
    expect(roomOf(counter("q", null, { used: 9n }))).toBeNull();
  });
});

describe("for any cost, balance and counters", () => {
  const small = fc.bigInt(0n, 40n).map((value) => micros(value));
  const anyCounter: fc.Arbitrary<QuotaCounter> = fc.record({
    key: fc.constantFrom("a", "b", "c", "d"),
    limit: fc.option(small, { freq: 4 }),
    used: small,
    held: small,
    observe: fc.boolean(),
  });
  const anyInput: fc.Arbitrary<SplitInput> = fc.record({
    cost: small,
    available: fc.bigInt(-10n, 40n).map((value) => micros(value)),
    burnOrder: fc.constantFrom("balance_first", "quota_first"),
    counters: fc.array(anyCounter, { maxLength: 4 }),
    mode: fc.constantFrom("authorize", "usage"),
  });
  const check = (test: (input: SplitInput, plan: Split) => void) =>
    fc.assert(
      fc.property(anyInput, (input) => test(input, planSplit(input))),
      { numRuns: 2000 },
    );
  const enforcing = ({ counters }: SplitInput) =>
    counters.filter((each) => !each.observe && each.limit !== null);

  it("the parts add up to the cost, and none is negative or more than there is", () => {
    check(({ cost, available }, plan) => {
      const { fromBalance, fromQuota, overdraft, reason } = plan;
      expect(fromBalance + fromQuota + overdraft).toBe(reason === null ? cost : 0n);
      expect(fromBalance >= 0n && fromQuota >= 0n && overdraft >= 0n).toBe(true);
      expect(fromBalance === 0n || fromBalance <= available).toBe(true);
    });
  });

  it("no enforcing quota is drawn past its limit", () => {
    check((input, { fromQuota }) => {
      for (const { limit, used, held } of enforcing(input)) {
        expect(fromQuota === 0n || used + held + fromQuota <= (limit ?? 0n)).toBe(true);
      }
    });
  });

  it("authorize refuses exactly what would be overdraft as usage, and otherwise plans the same", () => {
    check((input) => {
      const authorized = planSplit({ ...input, mode: "authorize" });
      const used = planSplit({ ...input, mode: "usage" });
      expect(authorized.reason !== null).toBe(used.overdraft > 0n);
      if (authorized.reason === null) expect(authorized).toEqual(used);
      expect([authorized.overdraft, used.refusedBy, used.reason]).toEqual([0n, null, null]);
    });
  });

  it("a refusal names an enforcing quota that is too narrow, the narrowest, a closed one first", () => {
    check((input, { refusedBy, reason }) => {
      if (refusedBy === null) return;
      const rooms = enforcing(input).map((each) => roomOf(each) ?? 0n);
      const closed = enforcing(input).filter((each) => each.limit === 0n);
      const least = enforcing(input).filter((each) => rooms.every((room) => (roomOf(each) ?? 0n) <= room));
      const named = (closed.length > 0 ? closed : least).map(({ key }) => key).sort();
      expect(refusedBy).toBe(named[0]);
      expect(reason).toBe(closed.length > 0 ? "access_disabled" : "insufficient");
    });
  });

  it("the first source in burn order is emptied before the second is touched", () => {
    check((input, plan) => {
      if (plan.reason !== null) return;
      const room = enforcing(input).reduce((least, each) => {
        const here = roomOf(each) ?? least;
        return here < least ? here : least;
      }, input.cost);
      const spendable = input.available > 0n ? input.available : 0n;
      if (input.burnOrder === "balance_first" && plan.fromQuota > 0n)
        expect(plan.fromBalance).toBe(spendable);
      if (input.burnOrder === "quota_first" && plan.fromBalance > 0n) expect(plan.fromQuota).toBe(room);
      if (plan.overdraft > 0n) expect([plan.fromBalance, plan.fromQuota]).toEqual([spendable, room]);
    });
  });

  it("observing counters change nothing", () => {
    check((input, plan) => {
      expect(planSplit({ ...input, counters: input.counters.filter((each) => !each.observe) })).toEqual(plan);
    });
  });
});
