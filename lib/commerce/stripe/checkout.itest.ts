import { describe, expect, it } from "vitest";
import { call } from "@/lib/api/testing";
import { createCheckout, createPackage, listStripePrices, updatePackage } from "@/lib/commerce";
import { makeMerchant } from "@/lib/merchants/testing";
import { balanceOf, completed, useStripe } from "./testing";

const { stripe, makeAccount, deliver } = useStripe();

describe("createCheckout", () => {
  const pages = { successUrl: "https://shop.example/thanks", cancelUrl: "https://shop.example/credits" };

  it("sells a package to a customer through Stripe, and its event grants it", async () => {
    const account = await makeAccount();
    const sold = await createPackage(account.ctx, {
      name: "Own",
      credits: "50",
      price: "5.00",
      currency: "EUR",
    });
    const input = { ...pages, package: sold.id, customer: "42", quantity: 2, id: "buy-1" };

    const checkout = await createCheckout(account.ctx, input);
    expect(await createCheckout(account.ctx, input)).toEqual(checkout);
    await expect(createCheckout(account.ctx, { ...input, quantity: 3 })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(stripe.get("checkout.session", checkout.id)).toMatchObject({
      amount_total: 1_000,
      currency: "eur",
    });

    await updatePackage(account.ctx, sold.id, { enabled: false });
    await deliver(account, completed(stripe.pay(checkout.id)));
    expect(await balanceOf(account)).toBe("100");
    const { body } = await call("GET /purchases", { key: account.apiKey });
    expect(body.data[0].lines).toMatchObject([{ name: "Own", product: { kind: "package" }, quantity: 2 }]);
  });

  it("refuses what cannot be sold, in words", async () => {
    const account = await makeAccount();
    const { ctx } = account;
    const free = await createPackage(ctx, { name: "No price", credits: "50" });
    const unknown = await createPackage(ctx, { name: "Unknown", credits: "50", stripePrice: "price_gone" });
    const want = (id: string) => createCheckout(ctx, { ...pages, package: id, customer: "42" });

    await expect(want(free.id)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("no price"),
    });
    await expect(want(unknown.id)).rejects.toMatchObject({ code: "conflict" });
    await expect(want("nothing")).rejects.toMatchObject({ code: "not_found" });
    const { ctx: poor } = await makeMerchant();
    const own = await createPackage(poor, { name: "P", credits: "5", price: "1.00", currency: "USD" });
    await expect(createCheckout(poor, { ...pages, package: own.id, customer: "1" })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("No Stripe account"),
    });
  });

  it("lists the prices of the account to choose from", async () => {
    const account = await makeAccount();
    const price = { id: "price_list", object: "price", currency: "jpy", unit_amount: 1_500, recurring: null };
    stripe.put({ ...price, product: { id: "prod_1", name: "Credits" }, nickname: null });
    const { data } = await listStripePrices(account.ctx, account.connection);
    expect(data).toContainEqual({
      id: "price_list",
      name: "Credits",
      price: "1500",
      currency: "JPY",
      interval: null,
    });
  });
});
