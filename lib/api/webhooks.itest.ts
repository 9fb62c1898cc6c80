import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FakeWooCommerce, WOO_PING, wooRequest } from "@/e2e/support/fake-woocommerce";
import { books, makeShop, SECRET } from "@/lib/commerce/testing";
import { makeMerchant } from "@/lib/merchants/testing";
import { api } from "./app";
import { call } from "./testing";

const woo = new FakeWooCommerce();
beforeAll(() => woo.start());
afterAll(() => woo.stop());

const path = (id: string) => `POST /api/webhooks/woocommerce/${id}`;
const signed = (topic: string, payload: unknown, secret = SECRET) => {
  const { headers, body } = wooRequest(topic, payload, secret);
  return { headers, raw: body };
};

describe("the door of webhooks", () => {
  it("keeps what is signed once, and says so", async () => {
    const { ctx, connection, tell } = await makeShop();
    const sent = signed("order.updated", woo.payload(woo.order()));

    const first = await call(path(connection.id), sent);
    const again = await call(`${path(connection.id)}/`, sent);
    await tell.work();

    expect([first.status, first.body]).toEqual([200, { received: true, duplicate: false }]);
    expect([again.status, again.body]).toEqual([200, { received: true, duplicate: true }]);
    expect((await books(ctx)).total).toBe("100");
  });

  it("answers WooCommerce's ping with 200 and nothing else", async () => {
    const { connection } = await makeShop();
    const { headers, body } = WOO_PING;
    const answer = await call(path(connection.id), { headers, raw: body });
    expect([answer.status, answer.body]).toEqual([200, null]);
    expect((await call(path(randomUUID()), { headers, raw: body })).status).toBe(404);
  });

  it("refuses what it does not know, cannot trust or cannot hold, and only counts it", async () => {
    const { connection, apiKey: key } = await makeShop();
    const sent = signed("order.updated", woo.payload(woo.order()));
    const to = path(connection.id);
    const huge = new Uint8Array(1024 * 1024 + 1);
    const type = { ...sent.headers, "content-type": "text/plain" };
    const bare = { "content-type": "application/json" };

    expect((await call(path(randomUUID()), sent)).status).toBe(404);
    expect((await call(path("not-an-id"), sent)).status).toBe(404);
    expect((await call(`POST /api/webhooks/stripe/${connection.id}`, sent)).status).toBe(404);
    expect((await call(`POST /api/webhooks/paypal/${connection.id}`, sent)).status).toBe(404);
    expect((await call(to, { ...sent, raw: `${sent.raw} ` })).status).toBe(401);
    expect((await call(to, { headers: bare, raw: sent.raw })).status).toBe(401);
    expect((await call(to, { ...sent, headers: type })).status).toBe(415);
    expect((await call(to, { ...sent, raw: huge })).status).toBe(413);
    expect((await call(to, { ...sent, raw: new Blob([huge]).stream() })).status).toBe(413);
    expect((await call(`GET /api/webhooks/woocommerce/${connection.id}`)).status).toBe(405);

    const { body } = await call(`GET /connections/${connection.id}`, { key });
    expect(body.health).toMatchObject({ refused: 5, backlog: 0, lastDeliveryAt: null });
    expect(JSON.stringify(body)).not.toContain("s3cret");
  });
});

describe("connecting a shop with one click", () => {
  /** The shop's callback goes to the API as a server would hand it over. */
  async function approve(authorizeUrl: string, keys = { key: woo.key, secret: woo.secret }) {
    const asked = new URL(authorizeUrl).searchParams;
    const body = JSON.stringify({
      key_id: 1,
      user_id: asked.get("user_id"),
      consumer_key: keys.key,
      consumer_secret: keys.secret,
      key_permissions: "read_write",
    });
    const headers = { "content-type": "application/json;charset=UTF-8" };
    return api.fetch(new Request(asked.get("callback_url") ?? "", { method: "POST", headers, body }));
  }

  it("makes the connection with the shop's keys and its webhooks, once", async () => {
    const { apiKey: key } = await makeMerchant();
    const asked = await call("POST /connections/authorizations", {
      key,
      json: { url: woo.url, name: "One click" },
    });
    expect(asked.body.authorizeUrl).toContain(`${woo.url}/wc-auth/v1/authorize?app_name=Tollgate`);

    expect((await approve(asked.body.authorizeUrl)).status).toBe(200);
    expect((await approve(asked.body.authorizeUrl)).status).toBe(401);

    const { body } = await call("GET /connections", { key });
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({
      name: "One click",
      url: woo.url,
      hasKeys: true,
      hasWebhookSecret: true,
    });
    expect(body.data[0].health.webhooks).toHaveLength(4);
    const hook = woo.webhooks.find(({ delivery_url }) => delivery_url === body.data[0].webhookUrl);
    const sent = signed("order.updated", woo.payload(woo.order()), hook?.secret);
    expect((await call(path(body.data[0].id), sent)).status).toBe(200);
  });

  it("takes no keys that do not open the shop that was asked, and no state that is not ours", async () => {
    const { apiKey: key } = await makeMerchant();
    const asked = await call("POST /connections/authorizations", { key, json: { url: woo.url } });
    const forged = new URL(asked.body.authorizeUrl);
    forged.searchParams.set("user_id", `${forged.searchParams.get("user_id")?.slice(0, -2)}aa`);

    expect((await approve(asked.body.authorizeUrl, { key: "ck_x", secret: "cs_x" })).status).toBe(401);
    expect((await approve(forged.href)).status).toBe(401);
    forged.searchParams.set("user_id", "1");
    expect((await approve(forged.href)).status).toBe(401);

    expect((await call("GET /connections", { key })).body.data).toEqual([]);
  });

  it("reaches no address inside a network of ours", async () => {
    const { apiKey: key } = await makeMerchant();
    for (const url of [
      "https://169.254.169.254",
      "https://10.0.0.1",
      "https://[fd00::1]",
      "https://[::ffff:7f00:1]",
    ]) {
      const json = { kind: "woocommerce", name: "x", url, consumerKey: "ck", consumerSecret: "cs" };
      const { body: made } = await call("POST /connections", { key, json });
      const { body } = await call(`POST /connections/${made.id}/test`, { key });
      const check = body.checks.find(({ name }: { name: string }) => name === "keys");
      expect(check).toMatchObject({
        ok: false,
        detail: expect.stringContaining("not an address of the public"),
      });
    }
  });
});
