import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { FakeWooCommerce } from "@/e2e/support/fake-woocommerce";
import { makeShop } from "@/lib/commerce/testing";
import { call } from "./testing";

it("tells what was booked for a purchase, page by page, and of one that is not there nothing", async () => {
  const woo = new FakeWooCommerce();
  const { apiKey: key, tell } = await makeShop();
  const order = woo.order();
  await tell("order.updated", woo.payload(order));
  await tell("order.updated", woo.payload(woo.refund(order, order.total)));
  const { body: purchases } = await call("GET /purchases", { key });
  const path = `GET /purchases/${purchases.data[0].id}/entries`;

  const { body: newest } = await call(`${path}?limit=1`, { key });
  const { body: older } = await call(`${path}?limit=1&cursor=${newest.nextCursor}`, { key });

  expect(newest.data).toMatchObject([{ type: "refund", delta: "-100" }]);
  expect(older).toMatchObject({ data: [{ type: "purchase", delta: "100" }], nextCursor: null });
  expect((await call(`GET /purchases/${randomUUID()}/entries`, { key })).status).toBe(404);
});
