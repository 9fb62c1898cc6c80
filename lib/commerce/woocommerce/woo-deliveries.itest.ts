import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FakeWooCommerce, WOO_PING, wooRequest } from "@/e2e/support/fake-woocommerce";
import {
  assignPurchase,
  claimPurchases,
  createPackage,
  getConnection,
  listDeliveries,
  listPurchases,
  processDelivery,
  receiveDelivery,
  replayDelivery,
  rotateWebhookSecret,
  updatePackage,
} from "@/lib/commerce";
import { makeMerchant } from "@/lib/merchants/testing";
import { books, makeShop, SECRET, workOff } from "@/lib/commerce/testing";
import { patchSettings } from "@/lib/merchants";
import { addCredits } from "@/lib/wallets";

const woo = new FakeWooCommerce();
beforeAll(() => woo.start());
afterAll(() => woo.stop());

const onlyPurchase = async (ctx: Parameters<typeof listPurchases>[0]) => (await listPurchases(ctx)).data[0];
const HOURS_12 = 12 * 3_600_000;

describe("an order without REST keys", () => {
  it("earns its credits once, however often and how many at a time it is told of", async () => {
    const { ctx, tell } = await makeShop();
    const order = woo.order({
      lines: [{ id: 1, product_id: 7, variation_id: 0, quantity: 3, total: "30.00" }],
    });
    const sent = woo.payload(order);

    await Promise.all(Array.from({ length: 20 }, () => tell.knock("order.updated", sent)));
    await Promise.all(Array.from({ length: 5 }, (_, i) => tell.knock("order.updated", { ...sent, note: i })));
    await Promise.all([tell.work(), tell.work(), tell.work()]);
    await tell("order.created", sent);

    expect(await books(ctx)).toEqual({ total: "300", entries: ["purchase 300"], proven: true });
    expect(await onlyPurchase(ctx)).toMatchObject({ state: "granted", credits: "300", customer: "42" });
    const { data } = await listDeliveries(ctx);
    expect(data.find(({ repeats }) => repeats > 0)?.repeats).toBe(19);
    expect(data.every(({ state }) => state === "done")).toBe(true);
  });

  it("follows its status to and fro, in any order of arrival", async () => {
    const { ctx, tell } = await makeShop();
    const order = woo.order({ status: "processing", completed: false });
    const states = ["processing", "completed", "processing", "completed", "cancelled", "completed"].map(
      (status) => woo.payload(woo.change(order, { status })),
    );

    for (const state of states) await tell("order.updated", state);
    expect((await books(ctx)).total).toBe("100");

    const other = await makeShop();
    for (const state of [...states].reverse()) await other.tell("order.updated", state);
    expect(await books(other.ctx)).toEqual({ total: "100", entries: ["purchase 100"], proven: true });
  });

  it("gives back the share that was refunded, also before it was completed", async () => {
    const { ctx, tell } = await makeShop();
    const order = woo.order();
    await tell("order.updated", woo.payload(order));

    const partly = woo.payload(woo.refund(order, "4.00"));
    await tell("order.updated", partly);
    await tell("order.updated", { ...partly, again: true });
    expect(await books(ctx)).toMatchObject({ total: "60", entries: ["purchase 100", "refund -40"] });

    await tell("order.updated", woo.payload(woo.change(woo.refund(order, "6.00"), { status: "refunded" })));
    expect(await books(ctx)).toEqual({
      total: "0",
      entries: ["purchase 100", "refund -40", "refund -60"],
      proven: true,
    });
    expect(await onlyPurchase(ctx)).toMatchObject({ state: "refunded", granted: "100", takenBack: "100" });
  });

  it("is nothing when the refund was heard of first", async () => {
    const { ctx, tell } = await makeShop();
    const order = woo.order();
    const completed = woo.payload(order);
    const refunded = woo.payload(woo.change(order, { status: "refunded" }));

    await tell("order.updated", refunded);
    await tell("order.updated", completed);

    expect(await onlyPurchase(ctx)).toMatchObject({ credits: "0", granted: "0", shopStatus: "refunded" });
  });

  it("loses its credits when it is trashed, and has them again when it is restored", async () => {
    const { ctx, tell } = await makeShop();
    const order = woo.order();
    const before = woo.payload(order);
    await tell("order.updated", before);

    await tell("order.deleted", { id: order.id });
    expect((await books(ctx)).total).toBe("0");
    await tell("order.updated", { ...before, late: true });
    expect((await books(ctx)).total).toBe("0");

    await tell("order.restored", woo.payload(woo.change(order, {})));
    expect(await books(ctx)).toMatchObject({ total: "100", proven: true });
    await tell("order.updated", woo.payload(woo.refund(order, "5.00")));
    expect((await books(ctx)).total).toBe("50");
  });

  it("earns by line: variations before products, other goods nothing, edits the difference", async () => {
    const { ctx, tell } = await makeShop();
    await createPackage(ctx, { name: "Large", credits: "500", wooProduct: 7, wooVariation: 71 });
    const line = (id: number, over: object) => ({
      id,
      product_id: 7,
      variation_id: 0,
      quantity: 1,
      total: "10.00",
      ...over,
    });
    const order = woo.order({
      total: "40.00",
      lines: [
        line(1, {}),
        line(2, { variation_id: 71 }),
        line(3, { variation_id: 72 }),
        line(4, { product_id: 99 }),
      ],
    });
    await tell("order.updated", woo.payload(order));
    expect((await books(ctx)).total).toBe("700");

    await tell(
      "order.updated",
      woo.payload(woo.change(order, { lines: [line(1, { quantity: 2 }), line(4, { product_id: 99 })] })),
    );

    expect(await books(ctx)).toMatchObject({ total: "200", proven: true });
  });

  it("keeps the terms of its first grant, whatever becomes of the package", async () => {
    const { ctx, tell, package: sold } = await makeShop();
    const order = woo.order();
    await tell("order.updated", woo.payload(order));

    await updatePackage(ctx, sold.id, { credits: "1", enabled: false });
    await tell("order.updated", woo.payload(woo.refund(order, "5.00")));

    expect((await books(ctx)).total).toBe("50");
    expect((await onlyPurchase(ctx))?.lines[0]?.package).toMatchObject({
      credits: "100",
      name: "100 credits",
    });
  });

  it("waits, visible, for a package that is mapped later, and is granted on replay", async () => {
    const { ctx, tell } = await makeShop();
    const order = woo.order({
      lines: [{ id: 1, product_id: 8, variation_id: 0, quantity: 1, total: "10.00" }],
    });
    await tell("order.updated", woo.payload(order));
    expect(await onlyPurchase(ctx)).toMatchObject({ state: "unmatched" });

    await createPackage(ctx, { name: "Eight", credits: "8", wooProduct: 8 });
    const [delivery] = (await listDeliveries(ctx)).data;
    await replayDelivery(ctx, delivery?.id ?? "");
    await tell.work();

    expect((await books(ctx)).total).toBe("8");
  });

  it("earns when the connection says: completed, processing or paid", async () => {
    const credits = async (grantWhen: string, status: string, paid: boolean) => {
      const { ctx, tell } = await makeShop({ grantWhen });
      await tell("order.updated", woo.payload(woo.order({ status, paid, completed: false })));
      return (await onlyPurchase(ctx))?.credits;
    };
    expect(await credits("completed", "processing", true)).toBe("0");
    expect(await credits("processing", "processing", false)).toBe("100");
    expect(await credits("paid", "processing", false)).toBe("0");
    expect(await credits("paid", "processing", true)).toBe("100");
    expect(await credits("paid", "on-hold", true)).toBe("0");
    expect(await credits("paid", "shipped", true)).toBe("100");
  });

  it("takes what was spent as debt, or forgives it for good, as the merchant decided", async () => {
    const story = async (shortfallPolicy: "debt" | "absorb") => {
      const { ctx, tell } = await makeShop();
      await patchSettings(ctx, { shortfallPolicy });
      const order = woo.order();
      await tell("order.updated", woo.payload(order));
      const now = { ...ctx, now: new Date() };
      await addCredits(now, "42", { id: "spent", amount: "-70", category: "paid", reason: "used" });
      await tell("order.updated", woo.payload(woo.change(order, { status: "cancelled" })));
      const cancelled = await books(ctx);
      await tell("order.updated", woo.payload(woo.change(order, { status: "completed" })));
      return [cancelled.total, (await books(ctx)).total, (await books(ctx)).proven];
    };
    expect(await story("debt")).toEqual(["-70", "30", true]);
    expect(await story("absorb")).toEqual(["0", "30", true]);
  });
});

describe("a guest's order", () => {
  it("waits until a customer with that proven address claims it", async () => {
    const { ctx, tell } = await makeShop();
    await tell("order.updated", woo.payload(woo.order({ customerId: 0 })));
    expect(await onlyPurchase(ctx)).toMatchObject({ state: "waiting", customer: null, credits: "0" });
    await addCredits(ctx, "7", { id: "hello", amount: "1", category: "paid", reason: "known" });

    expect(await claimPurchases(ctx, { customer: "7", email: "ada@example.com" })).toEqual({ claimed: 1 });
    expect(await claimPurchases(ctx, { customer: "7", email: "ada@example.com" })).toEqual({ claimed: 0 });
    await tell("order.updated", woo.payload(woo.order({ customerId: 0 })));

    expect((await books(ctx, "7")).total).toBe("201");
  });

  it("is given to a customer by a member once, and leaves with its refund", async () => {
    const { ctx, tell } = await makeShop();
    const order = woo.order({ customerId: 0 });
    await tell("order.updated", woo.payload(order));
    const { id = "" } = (await onlyPurchase(ctx)) ?? {};

    await assignPurchase(ctx, id, { customer: "9" });
    await assignPurchase(ctx, id, { customer: "9" });
    await expect(assignPurchase(ctx, id, { customer: "10" })).rejects.toMatchObject({ code: "conflict" });
    await tell("order.updated", woo.payload(woo.refund(order, "10.00")));

    expect(await books(ctx, "9")).toEqual({
      total: "0",
      entries: ["purchase 100", "refund -100"],
      proven: true,
    });
  });
});

describe("an order that can be asked for", () => {
  it("is what the shop says now, not what was sent", async () => {
    const { ctx, tell } = await makeShop({ url: woo.url, keys: keysOf(woo) });
    const order = woo.order({ status: "processing", completed: false });
    const sent = woo.payload(order);
    woo.change(order, { status: "completed", completed: true });

    await tell("order.updated", sent);

    expect((await books(ctx)).total).toBe("100");
  });

  it("takes refunds back by the lines they name", async () => {
    const { ctx, tell } = await makeShop({ url: woo.url, keys: keysOf(woo) });
    await createPackage(ctx, { name: "Eight", credits: "8", wooProduct: 8 });
    const order = woo.order({
      total: "50.00",
      lines: [
        { id: 1, product_id: 7, variation_id: 0, quantity: 2, total: "20.00" },
        { id: 2, product_id: 8, variation_id: 0, quantity: 1, total: "30.00" },
      ],
    });
    await tell("order.updated", woo.payload(order));
    expect((await books(ctx)).total).toBe("208");

    await tell(
      "order.updated",
      woo.payload(woo.refund(order, "10.00", [{ item: 1, quantity: 1, total: "10.00" }])),
    );

    expect(await books(ctx)).toMatchObject({
      total: "108",
      entries: ["purchase 200", "purchase 8", "refund -100"],
    });
  });

  it("is asked for in every way that shops can be asked", async () => {
    for (const faults of [{}, { plain: true }, { stripsHeader: true }, { plain: true, stripsHeader: true }]) {
      const own = await new FakeWooCommerce().start();
      own.faults = faults;
      const { ctx, tell } = await makeShop({ url: own.url, keys: keysOf(own) });
      const order = own.order({ status: "pending", completed: false });
      const sent = own.payload(order);
      own.change(order, { status: "completed" });
      await tell("order.updated", sent);
      expect((await books(ctx)).total).toBe("100");
      await own.stop();
    }
  });

  it("counts as it was sent while the shop is away, and is confirmed later", async () => {
    const own = await new FakeWooCommerce().start();
    const { ctx, tell, merchantId, connection } = await makeShop({ url: own.url, keys: keysOf(own) });
    const order = own.order();
    own.faults = { status: 503 };
    await tell("order.updated", own.payload(order));

    expect((await books(ctx)).total).toBe("100");
    expect((await listDeliveries(ctx)).data[0]).toMatchObject({ state: "failed", attempts: 1 });
    expect((await getConnection(ctx, connection.id)).health.lastProblem).toMatch("503");

    own.faults = {};
    own.refund(order, "5.00");
    await workOff(merchantId, new Date(Date.now() + HOURS_12));
    expect((await listDeliveries(ctx)).data[0]).toMatchObject({ state: "done", error: null });
    expect((await books(ctx)).total).toBe("50");
    await own.stop();
  });

  it("is gone when the shop no longer has it", async () => {
    const { ctx, tell } = await makeShop({ url: woo.url, keys: keysOf(woo) });
    const order = woo.order();
    const sent = woo.payload(order);
    await tell("order.updated", sent);
    woo.orders.delete(order.id);
    await tell("order.deleted", { id: order.id });

    expect((await books(ctx)).total).toBe("0");
    woo.orders.set(order.id, order);
    await tell("order.restored", { ...sent, again: 1 });
    expect((await books(ctx)).total).toBe("100");
  });
});

describe("the door", () => {
  it("refuses what is not signed, and keeps nothing of it but a count", async () => {
    const { ctx, tell, connection } = await makeShop();
    const sent = woo.payload(woo.order());

    await expect(tell.knock("order.updated", sent, "another")).rejects.toMatchObject({
      code: "unauthenticated",
    });
    await expect(tell.knock("order.updated", sent, "")).rejects.toMatchObject({ code: "unauthenticated" });

    expect((await listDeliveries(ctx)).data).toEqual([]);
    expect((await getConnection(ctx, connection.id)).health).toMatchObject({ refused: 2, backlog: 0 });
  });

  it("takes the old secret and the new one together after a rotation, until the old one ends", async () => {
    const { ctx, tell, connection } = await makeShop();
    const { webhookSecret } = await rotateWebhookSecret(ctx, connection.id, { keepPreviousHours: 1 });
    const later = new Date(Date.now() + HOURS_12);
    const { headers, body } = wooRequest("order.updated", woo.payload(woo.order()), SECRET);
    const knock = { headers: new Headers(headers), readBody: async () => Buffer.from(body), now: later };

    await tell.knock("order.updated", woo.payload(woo.order()));
    await tell.knock("order.updated", woo.payload(woo.order()), webhookSecret ?? "");
    const late = receiveDelivery({ kind: "woocommerce", connectionId: connection.id, ...knock });

    await expect(late).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("answers the ping, and a merchant's shop moves nothing of another's", async () => {
    const { connection, tell } = await makeShop();
    const { ctx: other } = await makeMerchant();
    const ping = await receiveDelivery({
      kind: "woocommerce",
      connectionId: connection.id,
      headers: new Headers(WOO_PING.headers),
      readBody: async () => Buffer.from(WOO_PING.body),
      now: new Date(),
    });
    await tell("order.updated", woo.payload(woo.order()));

    expect(ping).toBe("ping");
    expect((await listPurchases(other)).data).toEqual([]);
  });

  it("gives up, where people see it, what the shop's error says instead of an order", async () => {
    const { ctx, tell, merchantId } = await makeShop();
    await tell("order.updated", {
      code: "woocommerce_rest_cannot_view",
      message: "No.",
      data: { status: 401 },
    });
    await tell("product.updated", { id: 7 });
    await tell("order.updated", { id: "x" });

    const { data } = await listDeliveries(ctx);
    expect(data.map(({ state }) => state)).toEqual(["given_up", "done", "given_up"]);
    await Promise.all(data.map(({ id }) => processDelivery({ merchantId, id }, () => new Date())));
    expect((await listDeliveries(ctx)).data).toEqual(data);
  });
});

function keysOf({ key, secret }: FakeWooCommerce) {
  return { consumerKey: key, consumerSecret: secret };
}
