import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FakeWooCommerce } from "@/e2e/support/fake-woocommerce";
import type { Ctx } from "@/lib/access";
import {
  assignPurchase,
  diagnosePurchase,
  fetchOrder,
  getRehearsal,
  listPurchases,
  rehearseRefund,
  updatePackage,
} from "@/lib/commerce";
import { books, makeShop } from "@/lib/commerce/testing";
import { makeMerchant } from "@/lib/merchants/testing";
import { addCredits } from "@/lib/wallets";

const woo = new FakeWooCommerce();
beforeAll(() => woo.start());
afterAll(() => woo.stop());

/** Two pieces of what the package is sold as. */
const TWO = {
  lines: [{ id: 1, product_id: 7, variation_id: 0, quantity: 2, total: "20.00" }],
  total: "20.00",
};

/** Deliveries are worked on by the clock, and what they book is effective from then. */
const at = (ctx: Ctx): Ctx => ({ ...ctx, now: new Date() });

async function failing(ctx: Ctx, query: string) {
  const { diagnoses } = await diagnosePurchase(ctx, { query });
  return diagnoses.map(({ checks }) =>
    checks.filter(({ state }) => state === "fail").map(({ code, fix }) => `${code}: ${fix?.kind ?? "-"}`),
  );
}

describe("the grant doctor", () => {
  it("finds nothing wrong with what was granted, by number, by e-mail address", async () => {
    const { ctx, tell } = await makeShop();
    const order = woo.order(TWO);
    await tell("order.updated", woo.payload(order));
    expect(await failing(ctx, String(order.id))).toEqual([[]]);
    expect(await failing(ctx, "ada@example.com")).toEqual([[]]);
  });

  it("says what keeps the credits away, and what mends it", async () => {
    const { ctx, tell, package: sold } = await makeShop();
    const waiting = woo.order({ ...TWO, customerId: 0 });
    await tell("order.updated", woo.payload(waiting));
    expect(await failing(ctx, String(waiting.id))).toEqual([
      ["buyer_known: assign_purchase", "credits_booked: refresh_purchase"],
    ]);
    const [purchase] = (await listPurchases(ctx)).data;
    await assignPurchase(ctx, purchase?.id ?? "", { customer: "42" });
    expect(await failing(ctx, String(waiting.id))).toEqual([[]]);

    await updatePackage(ctx, sold.id, { enabled: false });
    const early = woo.order({ ...TWO, status: "processing", completed: false });
    await tell("order.updated", woo.payload(early));
    expect(await failing(ctx, String(early.id))).toEqual([
      [
        "status_grants: refresh_purchase",
        "package_matches: enable_package",
        "credits_booked: refresh_purchase",
      ],
    ]);
  });

  it("asks the shop for an order that never arrived, and books it once", async () => {
    const keys = { consumerKey: woo.key, consumerSecret: woo.secret };
    const { ctx, connection } = await makeShop({ url: woo.url, keys });
    const order = woo.order(TWO);
    expect(await failing(ctx, String(order.id))).toEqual([["order_arrived: fetch_order"]]);

    await fetchOrder(ctx, connection.id, { order: order.id });
    await fetchOrder(ctx, connection.id, { order: order.id });
    expect(await books(ctx)).toEqual({ total: "200", entries: ["purchase 200"], proven: true });
    expect(await failing(ctx, String(order.id))).toEqual([[]]);

    await expect(fetchOrder(ctx, connection.id, { order: 999_999 })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("knows nothing of another merchant's orders and shops", async () => {
    const { tell, connection } = await makeShop();
    const order = woo.order(TWO);
    await tell("order.updated", woo.payload(order));
    const { ctx } = await makeMerchant();
    expect(await failing(ctx, String(order.id))).toEqual([]);
    await expect(fetchOrder(ctx, connection.id, { order: order.id })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("rehearsing a refund", () => {
  it("says what will be taken and owed, changes nothing, and is met by the refund", async () => {
    const { ctx, tell } = await makeShop();
    const order = woo.order(TWO);
    await tell("order.updated", woo.payload(order));
    await addCredits(at(ctx), "42", { id: "spent", amount: "-150", reason: "" });
    const [purchase] = (await listPurchases(ctx)).data;
    const id = purchase?.id ?? "";

    const thought = await rehearseRefund(at(ctx), id, { amount: "10.00" });
    expect(thought).toMatchObject({
      refund: { before: "0.00", after: "10.00" },
      takenBack: "50",
      short: "50",
      owed: "50",
      policy: "debt",
      balance: { before: "50", after: "-50" },
    });
    expect(thought.lots).toHaveLength(1);
    expect((await books(ctx)).total).toBe("50");
    expect(await getRehearsal(ctx, id)).toMatchObject({ outcome: "awaited", expected: "100" });

    const refunded = woo.refund(order, "10.00");
    await tell("order.updated", woo.payload(refunded));
    expect((await books(ctx)).total).toBe("-50");
    expect(await getRehearsal(ctx, id)).toMatchObject({ outcome: "as_expected", actual: "100" });
  });

  it("flags a refund of another sum", async () => {
    const { ctx, tell } = await makeShop();
    const order = woo.order(TWO);
    await tell("order.updated", woo.payload(order));
    const [purchase] = (await listPurchases(ctx)).data;
    const id = purchase?.id ?? "";
    await rehearseRefund(at(ctx), id, { lines: [{ key: "1", quantity: 1 }] });

    const refunded = woo.refund(order, "15.00");
    await tell("order.updated", woo.payload(refunded));
    expect(await getRehearsal(ctx, id)).toMatchObject({
      outcome: "other_amount",
      expected: "100",
      actual: "150",
    });
  });

  it("refuses what was never booked, and more than is left", async () => {
    const { ctx, tell } = await makeShop();
    await tell("order.updated", woo.payload(woo.order({ ...TWO, customerId: 0 })));
    const [purchase] = (await listPurchases(ctx)).data;
    const id = purchase?.id ?? "";
    await expect(rehearseRefund(at(ctx), id, {})).rejects.toMatchObject({ code: "conflict" });
    await assignPurchase(ctx, id, { customer: "42" });
    await expect(rehearseRefund(at(ctx), id, { amount: "20.01" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });
});
