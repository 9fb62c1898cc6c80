import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  type FakeOrder,
  type FakeRefundLine,
  type FakeWebhook,
  OPENED,
  orderPayload,
  refundPayload,
} from "./fake-woo-objects";
import { bodyOf, failure, page, reply } from "./fake-woo-wire";

export { WOO_PING, wooRequest } from "./fake-woo-wire";

/** What the shop does wrong, for tests of what happens then. */
export type FakeFaults = {
  /** Every REST answer is this. */
  status?: number;
  /** Pretty addresses are off: only `?rest_route=`. */
  plain?: boolean;
  /** The host strips the Authorization header. */
  stripsHeader?: boolean;
};

/**
 * A WooCommerce shop as it is on the wire: REST API version 3 with keys, pages and WordPress's errors, one-click
 * authorization, and webhooks as `WC_Webhook::deliver()` sends them (class-wc-webhook.php): PHP's JSON with `\/` and
 * `\uXXXX`, base64 signatures, the ping. State changes only when a test says so.
 */
export class FakeWooCommerce {
  readonly key = `ck_${randomBytes(20).toString("hex")}`;
  readonly secret = `cs_${randomBytes(20).toString("hex")}`;
  readonly orders = new Map<number, FakeOrder>();
  readonly products: { id: number; name: string; type: string; price: string; variations: number[] }[] = [];
  readonly webhooks: FakeWebhook[] = [];
  readonly requests: string[] = [];
  faults: FakeFaults = {};
  #server: Server | undefined;
  #nextId = 1_000;
  #clock = 0;

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    await new Promise<void>((ready) => this.#server?.listen(0, "127.0.0.1", ready));
    return this;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise<void>((closed) => this.#server?.close(() => closed()) ?? closed());
  }

  get url(): string {
    const address = this.#server?.address();
    return typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
  }

  /** A new order of one line of product 7, completed and paid, of customer 42. */
  order(over: Partial<FakeOrder> = {}): FakeOrder {
    const id = (this.#nextId += 1);
    const line = { id: id * 10, product_id: 7, variation_id: 0, quantity: 1, total: "10.00" };
    const order: FakeOrder = {
      id,
      number: String(id),
      status: "completed",
      total: "10.00",
      customerId: 42,
      email: "Ada@Example.com",
      lines: [line],
      refunds: [],
      modified: this.tick(),
      paid: true,
      completed: true,
      ...over,
    };
    this.orders.set(order.id, order);
    return order;
  }

  /** Changes an order a second later. */
  change(order: FakeOrder, over: Partial<FakeOrder>): FakeOrder {
    return Object.assign(order, { modified: this.tick() }, over);
  }

  refund(order: FakeOrder, amount: string, lines: readonly FakeRefundLine[] = []): FakeOrder {
    const refund = { id: (this.#nextId += 1), amount, lines };
    return this.change(order, { refunds: [refund, ...order.refunds] });
  }

  tick(): number {
    return (this.#clock += 1);
  }

  /** An order as REST and webhooks show it. */
  payload(order: FakeOrder): Record<string, unknown> {
    return orderPayload(order);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const url = new URL(request.url ?? "/", this.url);
    const { method = "GET" } = request;
    this.requests.push(`${method} ${url.pathname}${url.search}`);
    if (url.pathname.startsWith("/wc-auth/v1/authorize")) return this.#authorize(url, response);
    const route = this.#route(url);
    if (!route) return reply(response, 404, "<!doctype html><title>Page not found</title>");
    const { status } = this.faults;
    if (status) return reply(response, status, failure("internal", status));
    if (!this.#knows(request, url)) return reply(response, 401, failure("woocommerce_rest_cannot_view", 401));
    const [kind = "", id = "0", below] = route.split("/");
    this.#rest(response, { method, kind, id: Number(id), below, url, body });
  }

  #route({ pathname, searchParams }: URL): string | undefined {
    const path = this.faults.plain ? searchParams.get("rest_route") : /^\/wp-json(\/.*)$/.exec(pathname)?.[1];
    return /^\/wc\/v3\/(.+)$/.exec(path ?? "")?.[1];
  }

  #knows(request: IncomingMessage, url: URL): boolean {
    const basic = `Basic ${Buffer.from(`${this.key}:${this.secret}`).toString("base64")}`;
    if (!this.faults.stripsHeader && request.headers.authorization === basic) return true;
    const { searchParams } = url;
    return (
      searchParams.get("consumer_key") === this.key && searchParams.get("consumer_secret") === this.secret
    );
  }

  #rest(
    response: ServerResponse,
    asked: { method: string; kind: string; id: number; below: string | undefined; url: URL; body: string },
  ): void {
    const { method, kind, id, below, url, body } = asked;
    if (kind === "webhooks") return this.#webhooks(response, { method, id, url, body });
    if (kind === "products") return this.#products(response, id, url);
    if (kind !== "orders") return reply(response, 404, failure("rest_no_route", 404));
    if (!id) return page(response, this.#modified(url), url);
    const order = this.orders.get(id);
    if (!order) return reply(response, 404, failure("woocommerce_rest_shop_order_invalid_id", 404));
    if (below === "refunds") return page(response, order.refunds.map(refundPayload), url);
    return reply(response, 200, this.payload(order));
  }

  #products(response: ServerResponse, id: number, url: URL): void {
    if (id === 0) {
      const shown = this.products.map((each) => ({ ...each, sku: "", virtual: true, downloadable: false }));
      return page(response, shown, url);
    }
    const own = this.products.find((each) => each.id === id)?.variations ?? [];
    const shown = own.map((each) => ({
      id: each,
      name: "",
      price: "9",
      attributes: [{ option: `Size ${each}` }],
    }));
    page(response, shown, url);
  }

  #modified(url: URL): Record<string, unknown>[] {
    const after = url.searchParams.get("modified_after");
    const since = after === null ? 0 : Date.parse(/Z$/.test(after) ? after : `${after}Z`);
    const trash = url.searchParams.get("status") === "trash";
    return [...this.orders.values()]
      .filter((order) => OPENED + order.modified * 1_000 > since && (order.status === "trash") === trash)
      .sort((a, b) => a.modified - b.modified)
      .map((order) => this.payload(order));
  }

  #webhooks(response: ServerResponse, asked: { method: string; id: number; url: URL; body: string }): void {
    const { method, id, url, body } = asked;
    if (method === "GET")
      return page(
        response,
        this.webhooks.map(({ secret: _, ...shown }) => shown),
        url,
      );
    const sent: Partial<FakeWebhook> = JSON.parse(body);
    const known = this.webhooks.find((each) => each.id === id);
    if (known) return reply(response, 200, { ...Object.assign(known, sent), secret: undefined });
    const blank = { name: "", topic: "", delivery_url: "", secret: "" };
    const made = { ...blank, ...sent, id: (this.#nextId += 1), status: "active" };
    this.webhooks.push(made);
    return reply(response, 201, { ...made, secret: undefined });
  }

  /** The page on which a shop's owner lets an app in; approving sends the keys to the app first, as WooCommerce does. */
  async #authorize(url: URL, response: ServerResponse): Promise<void> {
    const asked = url.searchParams;
    const back = new URL(asked.get("return_url") ?? "");
    if (!asked.has("approve")) {
      const form = `<h1>${asked.get("app_name")} would like to connect to your store</h1><a href="${url.pathname}?${asked}&approve=1">Approve</a>`;
      return reply(response, 200, form);
    }
    const granted = {
      key_id: 1,
      user_id: asked.get("user_id"),
      consumer_key: this.key,
      consumer_secret: this.secret,
      key_permissions: asked.get("scope"),
    };
    const answer = await fetch(asked.get("callback_url") ?? "", {
      method: "POST",
      headers: { "content-type": "application/json;charset=UTF-8" },
      body: JSON.stringify(granted),
    });
    back.searchParams.set("success", answer.status === 200 ? "1" : "0");
    back.searchParams.set("user_id", asked.get("user_id") ?? "");
    response.writeHead(302, { location: String(back) }).end();
  }
}
