import { createHash, createHmac, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

type FakeLine = {
  id: number;
  product_id: number;
  variation_id: number;
  quantity: number;
  total: string;
};
export type FakeRefundLine = { item: number; quantity: number; total: string };
type FakeRefund = { id: number; amount: string; lines: readonly FakeRefundLine[] };
export type FakeOrder = {
  id: number;
  number: string;
  status: string;
  total: string;
  customerId: number;
  email: string;
  lines: FakeLine[];
  refunds: FakeRefund[];
  /** Seconds since the shop opened: its clock, as orders show it. */
  modified: number;
  paid: boolean;
  completed: boolean;
};
type FakeWebhook = {
  id: number;
  topic: string;
  status: string;
  delivery_url: string;
  secret: string;
  name: string;
};

const OPENED = Date.UTC(2026, 10, 20, 10, 0, 0);

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
    const at = gmt(order.modified);
    return {
      id: order.id,
      parent_id: 0,
      status: order.status,
      currency: "EUR",
      total: order.total,
      customer_id: order.customerId,
      billing: { first_name: "Ada", last_name: "Lovelacé", company: "", email: order.email, phone: "" },
      date_completed: order.completed ? at : null,
      date_paid: order.paid ? at : null,
      number: order.number,
      meta_data: [],
      line_items: order.lines.map((line) => ({
        ...line,
        name: "Credits / 100 \u2013 pack",
        total_tax: "0.00",
        taxes: [],
        sku: null,
        price: Number(line.total) / (line.quantity || 1),
        meta_data: [],
      })),
      refunds: order.refunds.map(({ id, amount }) => ({ id, reason: "", total: `-${amount}` })),
      date_created_gmt: gmt(0),
      date_modified_gmt: at,
      date_completed_gmt: order.completed ? at : null,
      date_paid_gmt: order.paid ? at : null,
      currency_symbol: "\u20ac",
    };
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

/** JSON as PHP's json_encode writes it: `/` and everything beyond ASCII escaped. */
function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("/", "\\/")
    .replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A webhook request as WooCommerce sends it. */
export function wooRequest(
  topic: string,
  payload: unknown,
  secret: string,
): { headers: Record<string, string>; body: string } {
  const body = phpJson(payload);
  const [resource = "", event = ""] = topic.split(".");
  return {
    body,
    headers: {
      "user-agent": "WooCommerce/10.4.0 Hookshot (WordPress/6.9)",
      "content-type": "application/json",
      "x-wc-webhook-source": "https://shop.example/",
      "x-wc-webhook-topic": topic,
      "x-wc-webhook-resource": resource,
      "x-wc-webhook-event": event,
      "x-wc-webhook-signature": createHmac("sha256", secret).update(body).digest("base64"),
      "x-wc-webhook-id": "7",
      "x-wc-webhook-delivery-id": createHash("md5").update(topic).digest("hex"),
    },
  };
}

/** What WooCommerce sends when a webhook is saved. */
export const WOO_PING = {
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: "webhook_id=7",
} as const;

function refundPayload({ id, amount, lines }: FakeRefund) {
  return {
    id,
    amount,
    reason: "",
    line_items: lines.map(({ item, quantity, total }) => ({
      id: item + 1,
      quantity: -quantity,
      total: `-${total}`,
      total_tax: "0.00",
      meta_data: [{ id: 1, key: "_refunded_item_id", value: String(item) }],
    })),
    shipping_lines: [],
    fee_lines: [],
  };
}

function gmt(seconds: number): string {
  return new Date(OPENED + seconds * 1_000).toISOString().slice(0, 19);
}

function failure(code: string, status: number) {
  return { code, message: "Sorry, that is not possible.", data: { status } };
}

function page(response: ServerResponse, all: readonly unknown[], url: URL): void {
  const size = Number(url.searchParams.get("per_page") ?? "10");
  const at = Number(url.searchParams.get("page") ?? "1");
  response.setHeader("x-wp-total", String(all.length));
  response.setHeader("x-wp-totalpages", String(Math.ceil(all.length / size)));
  reply(response, 200, all.slice((at - 1) * size, at * size));
}

function reply(response: ServerResponse, status: number, value: unknown): void {
  const html = typeof value === "string";
  response.writeHead(status, { "content-type": html ? "text/html" : "application/json; charset=UTF-8" });
  response.end(html ? value : phpJson(value));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}
