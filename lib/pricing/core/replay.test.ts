import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { micros, MICROS_PER_CREDIT } from "@/lib/kernel/micros";
import { firstVersion, type RuleChanges } from "./changed-rule";
import { rawTicks, TICKS_PER_CREDIT } from "./cost";
import { indexRules } from "./match-rule";
import { emptyTally, newPayer, type PayerTotals, replay, type ReplayRequest } from "./replay";
import { addPayer, noShifts } from "./shifts";
import { NO_USAGE } from "./usage";

const CHAT = {
  module: "chatbot",
  operation: "chat",
  bot: null,
  form: null,
  provider: "openai",
  model: "gpt-4o",
};

function perToken(given: RuleChanges) {
  const blank = { id: "r", operation: "chat", method: "per_1k_tokens", rounding: "up_to_whole" } as const;
  return firstVersion(blank, given);
}

const oneTwo = { inputRate: micros(MICROS_PER_CREDIT), outputRate: micros(2n * MICROS_PER_CREDIT) };

function requestOf(payer: string, inputTokens: number, outputTokens: number): ReplayRequest {
  const usage = { ...NO_USAGE, inputTokens, outputTokens };
  return { ...CHAT, payer, guest: payer.startsWith("guest"), usage, charged: micros(0n) };
}

function replayed(requests: readonly ReplayRequest[], now: RuleChanges | null, draft: RuleChanges) {
  const found = { tally: emptyTally(), payers: new Map<string, PayerTotals>() };
  const rules = {
    now: indexRules(now ? [perToken(now)] : []),
    draft: indexRules([perToken(draft)]),
    policy: "raw_units",
  } as const;
  replay(requests, rules, found);
  return found;
}

const anyRequests = fc.array(
  fc
    .tuple(fc.constantFrom("ada", "bob", "guest-1"), fc.nat(5_000), fc.nat(5_000))
    .map(([payer, input, output]) => requestOf(payer, input, output)),
  { maxLength: 40 },
);

describe("a replay", () => {
  it("prices the worked example under both, and what no rule matches by the policy", () => {
    const { tally } = replayed([requestOf("ada", 800, 300)], null, oneTwo);

    expect(tally.total).toMatchObject({ requests: 1n, now: 1_100_000_000n, draft: 2_000_000n });
    expect(tally.total).toMatchObject({ unpricedNow: 1n, unpricedDraft: 0n });
  });

  it("changes nothing for anybody when nothing changes, and payers and models add up to the total", () => {
    fc.assert(
      fc.property(anyRequests, (requests) => {
        const { tally, payers } = replayed(requests, oneTwo, oneTwo);
        const sum = (values: Iterable<{ draft: bigint }>) =>
          [...values].reduce((all, each) => all + each.draft, 0n);
        expect(tally.total.now).toBe(tally.total.draft);
        expect(sum(payers.values())).toBe(tally.total.draft);
        expect(sum(tally.models.values())).toBe(tally.total.draft);
      }),
    );
  });

  it("carries each payer's fractions: over all requests, the whole credits of the sum of the raw costs", () => {
    fc.assert(
      fc.property(anyRequests, (requests) => {
        const carrying = { ...oneTwo, rounding: "carry" } as const;
        const { payers } = replayed(requests, null, carrying);
        for (const payer of payers.values()) {
          const mine = requests.filter((each) => each.payer === payer.payer);
          const raw = mine.reduce((sum, each) => sum + rawTicks(perToken(carrying), each.usage), 0n);
          expect(payer.draft).toBe((raw / TICKS_PER_CREDIT) * MICROS_PER_CREDIT);
          expect(payer.draftCarry).toBe(raw % TICKS_PER_CREDIT);
        }
      }),
    );
  });

  it("goes on where it was left: in pieces it comes to the same", () => {
    fc.assert(
      fc.property(anyRequests, fc.nat(40), (requests, cut) => {
        const whole = replayed(requests, null, oneTwo);
        const parts = replayed(requests.slice(0, cut), null, oneTwo);
        const rules = {
          now: indexRules([]),
          draft: indexRules([perToken(oneTwo)]),
          policy: "raw_units",
        } as const;
        replay(requests.slice(cut), rules, parts);
        expect(parts).toEqual(whole);
      }),
    );
  });
});

describe("how customers fare", () => {
  it("counts who pays more and less, keeps the ten largest changes in order, and guests apart", () => {
    const shifts = noShifts();
    const payer = (name: string, now: bigint, draft: bigint): PayerTotals => ({
      ...newPayer(name, name === "guest"),
      ...{ requests: 1n, now: micros(now), draft: micros(draft) },
    });
    for (let index = 1n; index <= 12n; index += 1n) addPayer(shifts, payer(`more-${index}`, 0n, index));
    addPayer(shifts, payer("less", 5n, 1n));
    addPayer(shifts, payer("same", 5n, 5n));
    addPayer(shifts, payer("guest", 1n, 3n));

    expect(shifts).toMatchObject({
      more: 12,
      less: 1,
      same: 1,
      guests: { requests: 1n, now: 1n, draft: 3n },
    });
    expect(shifts.payMore.map((each) => each.payer)).toEqual(
      Array.from({ length: 10 }, (_, index) => `more-${12 - index}`),
    );
    expect(shifts.payLess.map((each) => each.payer)).toEqual(["less"]);
  });
});
