import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FakeWooCommerce } from "@/e2e/support/fake-woocommerce";
import {
  getConnection,
  listDifferences,
  listShopProducts,
  setUpWebhooks,
  testConnection,
} from "@/lib/commerce";
import { books, makeShop } from "@/lib/commerce/testing";
import { getTask } from "@/lib/tasks";
import { runReconciliation } from "./run-reconciliation";
import { startReconciliation } from "./start-reconciliation";

let woo: FakeWooCommerce;
beforeAll(async () => {
  woo = await new FakeWooCommerce().start();
});
afterAll(() => woo.stop());

const SINCE = "2026-11-01T00:00:00.000Z";
const clock = () => new Date();

async function connected() {
  return makeShop({ url: woo.url, keys: { consumerKey: woo.key, consumerSecret: woo.secret } });
}

async function reconcile({ ctx, connection }: Awaited<ReturnType<typeof connected>>) {
  const task = await startReconciliation(ctx, connection.id, { since: SINCE });
  const payload = { merchantId: ctx.merchantId, connectionId: connection.id, taskId: task.id, since: SINCE };
  await runReconciliation(payload, clock);
  const { data } = await listDifferences(ctx, { task: task.id, limit: 200 });
  return {
    task: await getTask(ctx, task.id),
    found: data.map(({ kind, repaired }) => `${kind} ${repaired}`).sort(),
  };
}

describe("reconciliation with a WooCommerce shop", () => {
  it("books what no webhook told of, takes back what was refunded, and finds nothing the second time", async () => {
    woo.orders.clear();
    const shop = await connected();
    const orders = Array.from({ length: 130 }, () => woo.order());
    await shop.tell("order.updated", woo.payload(woo.order()));
    const told = [...woo.orders.values()].at(-1);
    if (told) woo.refund(told, "10.00");
    const [first] = orders;
    if (first) woo.change(first, { status: "trash" });
    woo.order({ customerId: 0 });

    const { task, found } = await reconcile(shop);

    expect(task).toMatchObject({ state: "done", done: 132n });
    expect(found.filter((each) => each === "missing true")).toHaveLength(129);
    expect(found.filter((each) => each !== "missing true")).toEqual(["behind true", "waiting false"]);
    expect(await books(shop.ctx)).toMatchObject({ total: "12900", proven: true });
    expect((await reconcile(shop)).found).toEqual(["waiting false"]);
    expect((await getConnection(shop.ctx, shop.connection.id)).health.reconciledUntil).not.toBeNull();
  });

  it("switches webhooks on again that the shop had switched off", async () => {
    woo.orders.clear();
    const shop = await connected();
    const made = await setUpWebhooks(shop.ctx, shop.connection.id);
    expect(made.created).toHaveLength(4);
    expect((await setUpWebhooks(shop.ctx, shop.connection.id)).created).toEqual([]);
    const own = woo.webhooks.filter(({ delivery_url }) => delivery_url.endsWith(shop.connection.id));
    for (const webhook of own) webhook.status = "disabled";
    expect((await testConnection(shop.ctx, shop.connection.id)).ok).toBe(false);

    const { found } = await reconcile(shop);

    expect(found).toEqual(Array(4).fill("webhook_off true"));
    expect(own.every(({ status }) => status === "active")).toBe(true);
    expect((await testConnection(shop.ctx, shop.connection.id)).ok).toBe(true);
  });

  it("ends as failed when the shop does not answer, and begins at the same place the next time", async () => {
    woo.orders.clear();
    const shop = await connected();
    woo.faults = { status: 500 };
    const { task } = await reconcile(shop);
    woo.faults = {};

    expect(task.state).toBe("failed");
    expect((await getConnection(shop.ctx, shop.connection.id)).health).toMatchObject({
      lastProblem: "The shop answered with 500.",
      reconciledUntil: null,
    });
  });
});

describe("a shop's products", () => {
  it("are listed with their variations", async () => {
    const shop = await connected();
    woo.products.push({ id: 7, name: "Credits", type: "variable", price: "9", variations: [71, 72] });

    const { data } = await listShopProducts(shop.ctx, shop.connection.id);

    expect(data[0]).toMatchObject({ id: 7, variations: [{ id: 71, name: "Size 71" }, { id: 72 }] });
  });
});
