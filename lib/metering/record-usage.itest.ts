import { describe, expect, it } from "vitest";
import { makeMerchant } from "@/lib/merchants/testing";
import { createPricingRule } from "@/lib/pricing";
import { createQuota } from "@/lib/quotas";
import { listLedger, verifyWallets } from "@/lib/wallets";
import { authorize, recordUsage } from "@/lib/metering";
import { authorizing, balance, giveCredits, later, makeFlatRule, request, using } from "./testing";

describe("recordUsage", () => {
  it("charges the golden examples exactly", async () => {
    const { ctx } = await makeMerchant();
    await giveCredits(ctx, "100");
    await createPricingRule(ctx, {
      operation: "chat",
      method: "per_1k_tokens",
      inputRate: "1",
      outputRate: "2",
    });
    await createPricingRule(ctx, {
      operation: "chat",
      provider: "openai",
      model: "gpt-4o-mini",
      method: "per_1k_tokens",
      inputRate: "0.5",
      outputRate: "1.5",
    });

    const golden = await using(ctx, { usage: { inputTokens: 800, outputTokens: 300 } });
    const exact = await using(ctx, {
      model: "gpt-4o-mini",
      usage: { inputTokens: 1200, outputTokens: 1600 },
    });

    expect(golden).toMatchObject({
      cost: "2",
      rawCost: "1.4",
      fromBalance: "2",
      fromQuota: "0",
      overdraft: "0",
    });
    expect(exact).toMatchObject({ cost: "3", rawCost: "3" });
    expect(golden.balance).toEqual({ total: "98", held: "0", available: "98" });
  });

  it("answers a repeat with the first answer and charges once", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx, "5");
    await giveCredits(ctx, "100");
    const body = request({ usage: { inputTokens: 1 }, customer: "42" });

    const first = await recordUsage(ctx, body);
    const again = await recordUsage(ctx, { ...body, customer: { id: "42" }, bot: null });

    expect(JSON.parse(again.body)).toEqual({ ...JSON.parse(first.body), replayed: true });
    expect(again.replayed).toBe(true);
    expect(await balance(ctx)).toBe("95/0/95");
    await expect(recordUsage(ctx, { ...body, usage: { inputTokens: 2 } })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("lets exactly 100 of 200 parallel one-credit requests pass on 100 credits", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx);
    await createQuota(ctx, { audience: "customer", limit: "0" });
    await giveCredits(ctx, "100");

    const attempts = await Promise.allSettled(Array.from({ length: 200 }, () => authorize(ctx, request())));

    expect(attempts.filter((each) => each.status === "fulfilled")).toHaveLength(100);
    const codes = attempts.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["access_disabled"]));
    expect(await balance(ctx)).toBe("100/100/0");
    expect(await verifyWallets(ctx)).toMatchObject({ ok: true });
  });

  it("takes balance first, then quota, then overdraft, and refuses the next request", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx, "20");
    await createQuota(ctx, { audience: "customer", module: "chatbot", limit: "5", period: "daily" });
    await giveCredits(ctx, "3");

    const used = await using(ctx);

    expect(used).toMatchObject({ cost: "20", fromBalance: "3", fromQuota: "5", overdraft: "12" });
    expect(used.quotas).toMatchObject([{ scope: "chatbot", limit: "5", used: "5", remaining: "0" }]);
    const refusal = authorize(ctx, request());
    await expect(refusal).rejects.toMatchObject({ code: "insufficient_credits" });
    await expect(refusal).rejects.toMatchObject({
      details: { extensions: { allowed: false, limit: { scope: "chatbot" } } },
    });
  });

  it("settles a hold for less and returns the rest to its lots", async () => {
    const { ctx } = await makeMerchant();
    await createPricingRule(ctx, {
      operation: "chat",
      method: "per_1k_tokens",
      inputRate: "1",
      outputRate: "1",
    });
    await giveCredits(ctx, "10");
    await authorizing(ctx, { id: "h1", estimate: { inputTokens: 5000 } });
    expect(await balance(ctx)).toBe("10/5/5");

    const used = await using(ctx, { id: "h1", usage: { inputTokens: 2000 } });

    expect(used).toMatchObject({ cost: "2", fromBalance: "2", late: false });
    expect(await balance(ctx)).toBe("8/0/8");
    expect(await verifyWallets(ctx)).toMatchObject({ ok: true });
  });

  it("charges usage after its hold's expiry as new, and says that it is late", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx, "4");
    await giveCredits(ctx, "10");
    await authorizing(ctx, { id: "h1", holdSeconds: 60 });
    const after = later(ctx, 61);
    expect(await balance(after)).toBe("10/0/10");

    const used = await using(after, { id: "h1" });

    expect(used).toMatchObject({ cost: "4", fromBalance: "4", late: true });
    expect(await balance(after)).toBe("6/0/6");
    expect(await verifyWallets(after)).toMatchObject({ ok: true });
  });

  it("refuses another usage id that names a hold which is over", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx, "4");
    await giveCredits(ctx, "10");
    await authorizing(ctx, { id: "h1" });
    await using(ctx, { id: "h1" });

    await expect(using(ctx, { hold: "h1" })).rejects.toMatchObject({ code: "conflict" });
    await expect(using(ctx, { hold: "h2" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("keeps what an expired lot gave to a hold usable for that hold alone", async () => {
    const { ctx } = await makeMerchant();
    await createPricingRule(ctx, {
      operation: "chat",
      method: "per_1k_tokens",
      inputRate: "1",
      outputRate: "1",
    });
    await giveCredits(ctx, "10", { expiresAt: later(ctx, 30).now.toISOString() });
    await authorizing(ctx, { id: "h1", estimate: { inputTokens: 6000 } });
    const after = later(ctx, 31);
    expect(await balance(after)).toBe("6/6/0");

    const used = await using(after, { id: "h1", usage: { inputTokens: 2000 } });

    expect(used).toMatchObject({ fromBalance: "2", overdraft: "0" });
    expect(await balance(after)).toBe("0/0/0");
    const { data } = await listLedger(after, { externalId: "42" });
    expect(data.map((entry) => [entry.type, entry.delta])).toEqual([
      ["expiry", -4_000_000n],
      ["usage", -2_000_000n],
      ["expiry", -4_000_000n],
      ["grant", 10_000_000n],
    ]);
    expect(await verifyWallets(after)).toMatchObject({ ok: true });
  });

  it("limits a guest by session and by network", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx);
    await createQuota(ctx, { audience: "guest", limit: "2", networkLimit: "3", period: "daily" });
    const guest = (session: string, ip: string) => ({ guest: { session, ip } });

    await using(ctx, guest("a", "203.0.113.7"));
    await using(ctx, guest("a", "203.0.113.7"));
    await expect(authorizing(ctx, guest("a", "203.0.113.7"))).rejects.toMatchObject({
      code: "quota_exceeded",
    });
    const other = await using(ctx, guest("b", "203.0.113.200"));
    expect(other.quotas.map((each) => [each.scope, each.used, each.remaining])).toEqual([
      ["any", "1", "1"],
      ["any#network", "3", "0"],
    ]);
    await expect(authorizing(ctx, guest("c", "203.0.113.9"))).rejects.toMatchObject({
      details: { extensions: { limit: { scope: "any#network" } } },
    });
    expect(await authorizing(ctx, guest("c", "198.51.100.1"))).toMatchObject({
      fromQuota: "1",
      balance: null,
    });
  });

  it("carries fractions and charges each credit as it adds up", async () => {
    const { ctx } = await makeMerchant();
    await createPricingRule(ctx, {
      operation: "chat",
      method: "per_minute",
      unitRate: "1",
      rounding: "carry",
    });
    await giveCredits(ctx, "10");

    const costs: string[] = [];
    for (let second = 0; second < 60; second += 1)
      costs.push((await using(ctx, { usage: { seconds: 1 } })).cost);

    expect(costs.filter((cost) => cost === "1")).toHaveLength(1);
    expect(costs.at(-1)).toBe("1");
    expect(await balance(ctx)).toBe("9/0/9");
  });

  it("never lets one bad request fail its neighbours", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx);
    await giveCredits(ctx, "10");
    await using(ctx, { id: "taken" });

    const results = await Promise.allSettled([
      using(ctx, { id: "fine-1" }),
      using(ctx, { id: "taken", usage: { images: 1 } }),
      using(ctx, { id: "fine-2" }),
    ]);

    expect(results.map((each) => each.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await balance(ctx)).toBe("7/0/7");
  });
});
