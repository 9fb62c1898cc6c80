import { describe, expect, it } from "vitest";
import { makeMerchant } from "@/lib/merchants/testing";
import { later, using } from "@/lib/metering/testing";
import {
  createPricingRule,
  getTypicalUsage,
  listPriceOf,
  LISTED_PROVIDERS,
  listUnpricedModels,
  searchCatalogue,
} from "@/lib/pricing";

describe("what ran without a rule", () => {
  it("is listed with its figures until a rule prices it", async () => {
    const { ctx } = await makeMerchant();
    await createPricingRule(ctx, { operation: "chat", model: "gpt-4o", method: "flat", unitRate: "1" });
    await using(ctx, { model: "gpt-4o", usage: { inputTokens: 10 } });
    for (const bot of ["support", "sales", null]) {
      await using(ctx, { model: "o3", bot, usage: { inputTokens: 100, outputTokens: 50 } });
    }
    await using(ctx, {
      module: "image_generator",
      operation: "generate",
      model: "dall-e-3",
      usage: { images: 2 },
    });

    expect(await listUnpricedModels(ctx)).toMatchObject([
      { module: "chatbot", model: "o3", requests: 3n, units: 450n, charged: 450_000_000n },
      { operation: "generate", model: "dall-e-3", requests: 1n, units: 2n },
    ]);

    await createPricingRule(ctx, {
      operation: "chat",
      model: "o3",
      method: "flat",
      unitRate: "1",
      bot: "sales",
    });
    expect((await listUnpricedModels(ctx))[0]).toMatchObject({ model: "o3", requests: 2n });
    await createPricingRule(ctx, { operation: "chat", model: "o*", method: "flat", unitRate: "1" });
    expect(await listUnpricedModels(ctx)).toMatchObject([{ model: "dall-e-3" }]);
    const { ctx: outsider } = await makeMerchant();
    expect(await listUnpricedModels(outsider)).toEqual([]);
    expect(await listUnpricedModels(later(ctx, 100 * 86_400))).toEqual([]);
  });
});

describe("the typical request", () => {
  it("is the average by usage type, and over all modules", async () => {
    const { ctx } = await makeMerchant();
    await using(ctx, { usage: { inputTokens: 100, outputTokens: 50 } });
    await using(ctx, { usage: { inputTokens: 300, outputTokens: 150 } });
    await using(ctx, { module: "assistant", usage: { inputTokens: 200, outputTokens: 400 } });

    const typical = await getTypicalUsage(ctx);

    const of = (module: string | null) =>
      typical.find((each) => each.module === module && each.operation === "chat");
    expect(of("chatbot")).toMatchObject({ requests: 2n, usage: { inputTokens: 200, outputTokens: 100 } });
    expect(of(null)).toMatchObject({ requests: 3n, usage: { inputTokens: 200, outputTokens: 200 } });
  });
});

describe("the catalogue", () => {
  it("has the merchant's own models first, then the providers' lists with their prices", async () => {
    const { ctx } = await makeMerchant();
    await using(ctx, { provider: "openai", model: "my-own-4o-tune" });

    const found = await searchCatalogue(ctx, { search: "OPENAI 4o" });

    expect(found[0]).toMatchObject({ model: "my-own-4o-tune", requests: 1n, price: null });
    expect(found.find((each) => each.model === "gpt-4o")).toMatchObject({
      provider: "openai",
      requests: 0n,
      price: { input: 2_500_000_000n, output: 10_000_000_000n, cachedInput: 1_250_000_000n },
    });
    expect(
      (await searchCatalogue(ctx, { provider: "anthropic" })).every((each) => each.provider === "anthropic"),
    ).toBe(true);
  });

  it("knows every provider it names, and no price for a pattern or an unknown model", async () => {
    const { ctx } = await makeMerchant();
    for (const provider of LISTED_PROVIDERS) {
      expect(await searchCatalogue(ctx, { provider }), provider).not.toEqual([]);
    }
    expect(listPriceOf("openai", "gpt-4o*", ctx.now)).toBeNull();
    expect(listPriceOf("openai", "no-such-model", ctx.now)).toBeNull();
    expect(listPriceOf("nobody", "gpt-4o", ctx.now)).toBeNull();
  });
});
