import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { getActivity, getLog, listLogs } from "@/lib/logs";
import { makeMerchant } from "@/lib/merchants/testing";
import { giveCredits, later, makeFlatRule, using } from "@/lib/metering/testing";
import { createQuota } from "@/lib/quotas";
import { addCredits, listLedger } from "@/lib/wallets";
import type { ListLogsInput } from "./schemas";

const conversation = (question: string, answer: Record<string, unknown>) => ({
  id: "c-9",
  source: "widget",
  messages: [
    { role: "user", content: question },
    { role: "assistant", ...answer },
  ],
});

describe("the log of metered requests", () => {
  it("is one conversation over several requests, each answer with its own charge", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx, "3");
    await giveCredits(ctx, "4");
    const first = await using(ctx, {
      bot: "support",
      usage: { inputTokens: 800, outputTokens: 300 },
      conversation: conversation("Where is my parcel?", { content: "On its way." }),
    });
    const second = await using(later(ctx, 60), {
      bot: "support",
      usage: { totalTokens: 50 },
      conversation: conversation("And the marmalade?", { content: "Sold out.", error: "tool timed out" }),
    });

    const { data } = await listLogs(ctx, { search: "MARMALADE", bot: "support" });
    const log = await getLog(ctx, second.logId ?? "");

    expect(second.logId).toBe(first.logId);
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      id: first.logId,
      conversationId: "c-9",
      customer: { externalId: "42" },
      source: "widget",
      requestCount: 2,
      messageCount: 4,
      tokens: 1_150n,
      cost: 6_000_000n,
      preview: "Where is my parcel?",
      failed: true,
      unpriced: false,
    });
    expect(log.messages.map((message) => [message.content, message.charge?.eventId ?? null])).toEqual([
      ["Where is my parcel?", null],
      ["On its way.", first.id],
      ["And the marmalade?", null],
      ["Sold out.", second.id],
    ]);
    expect(log.charges).toMatchObject([
      { rule: first.rule, rawCost: "3", fromBalance: 3_000_000n, fromQuota: 0n, balanceAfter: 1_000_000n },
      { rule: first.rule, rawCost: "3", fromBalance: 1_000_000n, fromQuota: 2_000_000n, balanceAfter: 0n },
    ]);
    expect(
      log.charges.map(({ lots }) => lots.map(({ amount, source, origin }) => [amount, source, origin])),
    ).toEqual([[["3", "grant", { reason: "test" }]], [["1", "grant", { reason: "test" }]]]);
    expect(log.charges.map((charge) => charge.ledgerEntryId)).toEqual([
      first.ledgerEntryId,
      second.ledgerEntryId,
    ]);
  });

  it("shows a lone request without any text, and the session of a guest", async () => {
    const { ctx } = await makeMerchant();
    const { logId, id } = await using(ctx, { guest: { session: "s-1" }, usage: { outputTokens: 7 } });

    const log = await getLog(ctx, logId ?? "");

    expect(log).toMatchObject({ guest: "s-1", customer: null, unpriced: true, tokens: 7n, preview: "" });
    expect(log.messages).toMatchObject([
      { role: "assistant", content: "", charge: { eventId: id, unpriced: true } },
    ]);
  });

  it("is found by its weakest evidence, and as refused once a request is not covered", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx, "3");
    await createQuota(ctx, { audience: "customer", limit: "4", period: "monthly" });
    const found = async (filters: ListLogsInput) => (await listLogs(ctx, filters)).data;
    const asking = { conversation: conversation("Again?", { content: "Yes." }) };
    await using(ctx, { ...asking, evidence: "estimated" });
    expect(await found({ refused: "true" })).toEqual([]);

    const { logId } = await using(ctx, asking);

    const both = { id: logId, overdraft: 2_000_000n, evidence: "estimated", cost: 6_000_000n };
    expect(await found({ refused: "true" })).toMatchObject([both]);
    expect(await found({ evidence: "estimated" })).toMatchObject([both]);
    expect(await found({ evidence: "provider_final" })).toEqual([]);
  });
});

/** The cards, added up from the entries themselves. */
async function recount(ctx: Ctx) {
  const cards = {
    creditsAdded: 0n,
    balanceDebited: 0n,
    quotaOnlyUsage: 0n,
    quotaOnlyRequests: 0n,
    ledgerEntries: 0n,
  };
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listLedger>> = await listLedger(ctx, {
      limit: 7,
      ...(cursor ? { cursor } : {}),
    });
    for (const { type, delta, fromQuota } of page.data) {
      cards.ledgerEntries += 1n;
      if (["purchase", "grant", "adjustment"].includes(type) && delta > 0n) cards.creditsAdded += delta;
      if (type === "usage") cards.balanceDebited -= delta;
      if (type !== "quota_usage") continue;
      cards.quotaOnlyUsage += fromQuota ?? 0n;
      cards.quotaOnlyRequests += 1n;
    }
    cursor = page.nextCursor;
  } while (cursor);
  return cards;
}

describe("activity of metered requests", () => {
  it("agrees with the ledger, entry by entry, and counts a repeat once", async () => {
    const { ctx } = await makeMerchant({ timeZone: "Pacific/Auckland" });
    await makeFlatRule(ctx, "3");
    await giveCredits(ctx, "10");
    await addCredits(ctx, "42", { id: "away", amount: "-2", reason: "test" });
    for (let index = 0; index < 5; index += 1) {
      const event = { id: `u-${index}`, usage: { inputTokens: 10, outputTokens: 1 } };
      await using(ctx, event);
      await using(ctx, event);
      await using(ctx, { guest: { session: "s-1" }, usage: { inputTokens: 5 } });
    }

    const activity = await getActivity(ctx, { range: "7d" });

    expect(activity.cards).toEqual(await recount(ctx));
    expect(activity.cards).toMatchObject({ creditsAdded: 10_000_000n, balanceDebited: 8_000_000n });
    expect(activity.other.takenAway).toBe(2_000_000n);
    const today = activity.series.at(-1);
    expect(today).toMatchObject({
      day: activity.to,
      requests: 10n,
      tokens: 80n,
      cost: 30_000_000n,
      fromBalance: 8_000_000n,
      fromQuota: 22_000_000n,
      overdraft: 0n,
    });
    expect(activity.modules).toEqual([{ module: "chatbot", requests: 10n, tokens: 80n, cost: 30_000_000n }]);
  });
});
