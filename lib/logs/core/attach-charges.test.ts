import fc from "fast-check";
import { expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { attachCharges } from "./attach-charges";
import type { Charge, StoredMessage } from "./log";

const AT = new Date("2026-11-20T14:00:00Z");

function chargeOf(eventId: string): Charge {
  return {
    eventId,
    ledgerEntryId: `entry of ${eventId}`,
    occurredAt: AT,
    recordedAt: AT,
    operation: "chat",
    provider: "openai",
    model: "gpt-4o",
    rule: null,
    usage: {
      inputTokens: 0n,
      cachedInputTokens: 0n,
      cacheWriteTokens: 0n,
      outputTokens: 0n,
      reasoningTokens: 0n,
      totalTokens: 0n,
      images: 0,
      videos: 0,
      millis: 0n,
    },
    evidence: "provider_final",
    rawCost: "1",
    cost: micros(1n),
    fromBalance: micros(0n),
    fromQuota: micros(1n),
    overdraft: micros(0n),
    balanceAfter: null,
    late: false,
    unpriced: false,
    references: null,
    lots: [],
    quotas: null,
    metadata: null,
  };
}

const anyMessages = fc
  .array(
    fc.record({
      role: fc.constantFrom("system", "user", "assistant", "tool"),
      eventId: fc.constantFrom("a", "b", "c"),
      second: fc.nat(5),
    }),
  )
  .map((drafts) =>
    drafts.map(({ second, ...draft }, index): StoredMessage => ({
      ...draft,
      id: String(index).padStart(4, "0"),
      content: "text",
      at: new Date(AT.getTime() + second * 1_000),
      request: null,
      response: null,
      vectorScores: null,
      error: null,
    })),
  );

it("shows every message and every charge once, in the order of time", () => {
  fc.assert(
    fc.property(anyMessages, fc.subarray(["a", "b", "c"]), (messages, events) => {
      const charges = events.map(chargeOf);

      const shown = attachCharges(messages, charges);

      const charged = shown.flatMap((message) => (message.charge ? [message.charge.eventId] : []));
      expect([...charged].sort()).toEqual([...events].sort());
      expect(shown.filter((message) => message.content === "text")).toHaveLength(messages.length);
      expect(shown.filter((message) => message.content === "").every((message) => message.charge)).toBe(true);
      const times = shown.map((message) => message.at.getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
    }),
  );
});

it("puts a charge on the last answer of its event, not on an earlier one", () => {
  const answer = { role: "assistant", eventId: "a", content: "text", at: AT };
  const nothing = { request: null, response: null, vectorScores: null, error: null };
  const messages = [
    { ...answer, ...nothing, id: "1" },
    { ...answer, ...nothing, id: "2" },
  ];

  const shown = attachCharges(messages, [chargeOf("a")]);

  expect(shown.map((message) => [message.id, message.charge?.eventId])).toEqual([
    ["1", undefined],
    ["2", "a"],
  ]);
});
