import { describe, expect, it } from "vitest";
import { getLog, logJson } from "@/lib/logs";
import { makeCharge, makeLog, makeLogSaying, makeMerchant, makeMessage, makeMessages, NOW } from "./testing";

const seconds = (count: number) => new Date(NOW.getTime() + count * 1_000);

describe("getLog", () => {
  it("gives the exchange in order, with the cost on the answer it paid for", async () => {
    const ctx = await makeMerchant();
    const id = await makeLog(ctx, { messageCount: 4 });
    await makeMessage(ctx, id, { content: "Hello?", eventId: "e1", at: seconds(0) });
    await makeMessage(ctx, id, { role: "assistant", content: "Thinking", eventId: "e1", at: seconds(1) });
    const scores = [{ provider: "pinecone", source: "kb", score: 0.83, preview: "…" }];
    await makeMessage(ctx, id, {
      role: "assistant",
      content: "Hello.",
      eventId: "e1",
      at: seconds(2),
      request: { temperature: 0 },
      response: { id: "r" },
      vectorScores: scores,
    });
    await makeMessage(ctx, id, { role: "tool", content: "done", eventId: "e1", at: seconds(3) });
    await makeCharge(ctx, id, {
      id: "e1",
      inputTokens: 800n,
      outputTokens: 300n,
      costMicros: 2_000_000n,
      rawCost: "1.4",
    });

    const log = await getLog(ctx, id);

    expect(log.messages.map((message) => [message.role, message.content, message.charge?.eventId])).toEqual([
      ["user", "Hello?", undefined],
      ["assistant", "Thinking", undefined],
      ["assistant", "Hello.", "e1"],
      ["tool", "done", undefined],
    ]);
    expect(log.messages[2]).toMatchObject({
      request: { temperature: 0 },
      response: { id: "r" },
      vectorScores: scores,
    });
    expect(log.messages[2]?.charge).toMatchObject({
      provider: "openai",
      model: "gpt-4o",
      rawCost: "1.4",
      cost: 2_000_000n,
      fromQuota: 2_000_000n,
      fromBalance: 0n,
      overdraft: 0n,
      balanceAfter: null,
      rule: null,
      usage: { inputTokens: 800n, outputTokens: 300n, totalTokens: 0n, images: 0 },
    });
    expect(log.charges).toHaveLength(1);
    expect(log.earlierMessages).toBe(0);
  });

  it("shows a charge that no answer belongs to as an empty message of the assistant", async () => {
    const ctx = await makeMerchant();
    const id = await makeLog(ctx);
    await makeMessage(ctx, id, { content: "A cat, please", eventId: "e1", at: seconds(-1) });
    await makeCharge(ctx, id, { id: "e1", images: 1, costMicros: 5_000_000n });

    const log = await getLog(ctx, id);

    expect(log.messages.map((message) => [message.role, message.content])).toEqual([
      ["user", "A cat, please"],
      ["assistant", ""],
    ]);
    expect(log.messages[1]?.charge).toMatchObject({ eventId: "e1", cost: 5_000_000n, usage: { images: 1 } });
  });

  it("is written for programs with decimal strings for credits and numbers for counts", async () => {
    const ctx = await makeMerchant();
    const id = await makeLog(ctx, { tokens: 1_100n, costMicros: 1_400_000n });
    await makeMessage(ctx, id, { role: "assistant", content: "Hi", eventId: "e1" });
    await makeCharge(ctx, id, { id: "e1", inputTokens: 800n, millis: 1_500n, costMicros: 1_400_000n });

    const written = logJson(await getLog(ctx, id));

    expect(JSON.parse(JSON.stringify(written))).toMatchObject({
      id,
      tokens: 1100,
      cost: "1.4",
      messages: [
        {
          role: "assistant",
          content: "Hi",
          at: "2026-11-20T14:00:00.000Z",
          provider: "openai",
          model: "gpt-4o",
          usage: { inputTokens: 800, seconds: 1.5 },
          cost: "1.4",
          evidence: "provider_final",
          vectorScores: null,
        },
      ],
      charges: [{ id: "e1", fromQuota: "1.4", fromBalance: "0", late: false, rule: null }],
    });
  });

  it("gives the newest part of a conversation without end, and says how much came before", async () => {
    const ctx = await makeMerchant();
    const id = await makeLog(ctx, { messageCount: 2_003 });
    const rows = Array.from({ length: 2_003 }, (_, index) => ({
      content: `Message ${index}`,
      at: seconds(index),
      eventId: `e${index}`,
    }));
    await makeMessages(ctx, id, rows);
    await makeCharge(ctx, id, { id: "e0" });

    const log = await getLog(ctx, id);

    expect(log.messages).toHaveLength(2_000);
    expect(log.messages[0]?.content).toBe("Message 3");
    expect(log.earlierMessages).toBe(3);
    expect(log.charges.map((charge) => charge.eventId)).toEqual(["e0"]);
  });

  it("hides logs of others, of another store, and ids that are none, behind not_found", async () => {
    const [ctx, other] = [await makeMerchant(), await makeMerchant()];
    const theirs = await makeLogSaying(other, "secret");
    const blog = await makeLog(ctx, { store: "blog" });

    for (const [who, id] of [
      [ctx, theirs],
      [{ ...ctx, storeId: "main" }, blog],
      [ctx, "0199aaaa-0000-7000-8000-000000000000"],
      [ctx, "' OR 1=1"],
      [ctx, ""],
    ] as const) {
      await expect(getLog(who, id)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(getLog({ ...other, permissions: new Set() }, theirs)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
