import { describe, expect, it } from "vitest";
import {
  createPackage,
  deletePackage,
  getPackage,
  listPackages,
  priceTypicalRequests,
  updatePackage,
} from "@/lib/commerce";
import { prisma } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { createPricingRule } from "@/lib/pricing";
import { worthOf } from "../core/worth";
import type { CreatePackageInput } from "./package-input";

const SMALL: CreatePackageInput = {
  name: "Small",
  credits: "100",
  price: "9.9",
  currency: "eur",
  wooProduct: 101,
};

async function makeConnection(merchantId: string, kind: "woocommerce" | "stripe"): Promise<string> {
  const now = new Date();
  const id = newId(now);
  await prisma.connection.create({
    data: { merchantId, id, kind, name: kind, grantWhen: "completed", createdAt: now, updatedAt: now },
  });
  return id;
}

describe("createPackage", () => {
  it("keeps what is said, with the price in its currency's own decimals", async () => {
    const { ctx } = await makeMerchant();

    const made = await createPackage(ctx, { ...SMALL, wooVariation: 0, expiresAfterDays: 30 });

    expect(made).toMatchObject({ credits: 100_000_000n, category: "paid", price: "9.90", currency: "EUR" });
    expect(made).toMatchObject({ wooProduct: 101, wooVariation: null, expiresAfterDays: 30, enabled: true });
    expect(await getPackage(ctx, made.id)).toEqual(made);
  });

  it.each([
    [{ credits: "0" }, "credits"],
    [{ credits: "-5" }, "credits"],
    [{ credits: "1.0000001" }, "credits"],
    [{ price: "9.999" }, "price"],
    [{ price: "100.5", currency: "JPY" }, "price"],
    [{ currency: null }, "currency"],
    [{ currency: "EURO" }, "currency"],
    [{ wooProduct: null, wooVariation: 7 }, "wooProduct"],
    [{ wooProduct: 1.5 }, "wooProduct"],
    [{ stripePrice: "prod_123" }, "stripePrice"],
    [{ expiresAfterDays: 0 }, "expiresAfterDays"],
    [{ connection: "nowhere" }, "connection"],
  ] as const)("refuses %o, naming %s", async (change, path) => {
    const { ctx } = await makeMerchant();

    const attempt = createPackage(ctx, { ...SMALL, ...change });

    const refused: unknown = await attempt.catch((error: unknown) => error);
    expect(JSON.stringify(refused)).toContain(path);
    expect((await listPackages(ctx)).data).toEqual([]);
  });

  it("sells a product or price as one package: 409 names the other", async () => {
    const { ctx } = await makeMerchant();
    const first = await createPackage(ctx, { ...SMALL, stripePrice: "price_1" });

    await expect(createPackage(ctx, { ...SMALL, name: "Twin" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining('"Small"'),
      details: { extensions: { package: first.id } },
    });
    const samePrice = { name: "Other", credits: "5", stripePrice: "price_1" };
    await expect(createPackage(ctx, samePrice)).rejects.toMatchObject({ code: "conflict" });
    const off = await createPackage(ctx, { ...SMALL, enabled: false });
    await expect(updatePackage(ctx, off.id, { enabled: true })).rejects.toMatchObject({ code: "conflict" });
    await expect(createPackage(ctx, { ...SMALL, wooVariation: 7 })).resolves.toMatchObject({
      wooVariation: 7,
    });
    await deletePackage(ctx, first.id);
    await expect(updatePackage(ctx, off.id, { enabled: true })).resolves.toMatchObject({ enabled: true });
  });

  it("lets one of many win who save the same product at the same time", async () => {
    const { ctx } = await makeMerchant();

    const attempts = await Promise.allSettled(Array.from({ length: 6 }, () => createPackage(ctx, SMALL)));

    const refusals = attempts.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(refusals).toEqual(Array(5).fill("conflict"));
  });

  it("takes a connection of its own merchant and kind only", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const { merchantId: other } = await makeMerchant();
    const [shop, stripe, theirs] = await Promise.all([
      makeConnection(merchantId, "woocommerce"),
      makeConnection(merchantId, "stripe"),
      makeConnection(other, "woocommerce"),
    ]);

    await createPackage(ctx, SMALL);
    await expect(createPackage(ctx, { ...SMALL, connection: shop })).resolves.toMatchObject({
      connection: shop,
    });
    for (const connection of [stripe, theirs]) {
      const attempt = createPackage(ctx, { ...SMALL, wooProduct: 102, connection });
      await expect(attempt).rejects.toMatchObject({ code: "invalid_input" });
    }
  });

  it("belongs to who may change settings, and is nobody else's", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const { ctx: outsider } = await makeMerchant();
    const made = await createPackage(ctx, SMALL);

    for (const role of ["support", "analyst"] as const) {
      await expect(createPackage(makeCtx(merchantId, { role }), SMALL)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    for (const attempt of [
      () => getPackage(outsider, made.id),
      () => updatePackage(outsider, made.id, { name: "mine" }),
      () => deletePackage(outsider, made.id),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("updatePackage and deletePackage", () => {
  it("change what is given, clear with null, and leave the rest", async () => {
    const { ctx } = await makeMerchant();
    const made = await createPackage(ctx, { ...SMALL, expiresAfterDays: 30 });

    const changed = await updatePackage(ctx, made.id, { credits: "120", expiresAfterDays: null });

    expect(changed).toEqual({ ...made, credits: 120_000_000n, expiresAfterDays: null });
    expect(await updatePackage(ctx, made.id, { currency: "JPY", price: "990" })).toMatchObject({
      price: "990",
    });
    await deletePackage(ctx, made.id);
    await expect(getPackage(ctx, made.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(deletePackage(ctx, made.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("list by position, then newest first, page by page", async () => {
    const { ctx } = await makeMerchant();
    for (const [name, position] of [
      ["a", 1],
      ["b", 0],
      ["c", 0],
      ["d", 2],
    ] as const) {
      await createPackage(ctx, { name, credits: "1", position });
    }
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listPackages>> = await listPackages(ctx, {
        limit: 2,
        ...(cursor === null ? {} : { cursor }),
      });
      names.push(...page.data.map((each) => each.name));
      cursor = page.nextCursor;
    } while (cursor !== null);

    expect(names).toEqual(["c", "b", "a", "d"]);
  });
});

describe("what a package roughly buys", () => {
  it("goes by the rules that are there, and by the usual request once there is one", async () => {
    const { ctx, merchantId } = await makeMerchant();
    const rule = { operation: "chat", method: "per_1k_tokens", inputRate: "1", outputRate: "2" } as const;
    await createPricingRule(ctx, rule);
    const made = await createPackage(ctx, SMALL);

    expect(worthOf(made.credits, await priceTypicalRequests(ctx))).toMatchObject([
      { operation: "chat", count: 33n, basis: { tokens: "assumed", inputTokens: 1_000 } },
    ]);

    const zero = { failures: 0n, unpriced: 0n, units: 0n, costMicros: 0n, fromBalanceMicros: 0n };
    const day = {
      ...zero,
      fromQuotaMicros: 0n,
      overdraftMicros: 0n,
      merchantId,
      day: ctx.now,
      bot: "",
      store: "",
      slot: 0,
    };
    const used = { ...day, module: "chatbot", operation: "chat", provider: "openai", model: "gpt-4o" };
    await prisma.usageDay.createMany({
      data: [
        { ...used, requests: 4n, inputTokens: 2_000n, outputTokens: 1_000n },
        { ...used, model: "rare", requests: 1n, inputTokens: 9_000n, outputTokens: 9_000n },
      ],
    });

    expect(worthOf(made.credits, await priceTypicalRequests(ctx))).toMatchObject([
      { count: 100n, basis: { tokens: "average", model: "gpt-4o", inputTokens: 500, outputTokens: 250 } },
    ]);
  });
});
