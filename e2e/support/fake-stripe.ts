import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { readForm } from "./fake-stripe-form";
import {
  type Answer,
  checkoutPage,
  failure,
  FILTERS,
  linesOf,
  page,
  partsOf,
  portOf,
  signedRequest,
} from "./fake-stripe-wire";
import {
  charge,
  checkoutSession,
  lineItem,
  refund,
  type StripeObject,
  stripeEvent,
  stripeId,
} from "./stripe-objects";

type Store = Map<string, StripeObject>;

/** One request that was made, for tests that count them. */
export type AskedRequest = { readonly method: string; readonly path: string; readonly key: string | null };

/**
 * A stand-in of Stripe's API as far as credits are sold: objects in the real format, lists in pages, errors as Stripe
 * writes them, idempotency keys, and signed events. The official library talks to it unchanged.
 */
export class FakeStripe {
  readonly apiKey = `rk_test_${stripeId("k").slice(2)}`;
  readonly webhookSecret = `whsec_${stripeId("w").slice(2)}`;
  readonly requests: AskedRequest[] = [];
  /** When set, every request fails with this status. */
  failing: number | null = null;
  readonly #stores = new Map<string, Store>();
  readonly #items = new Map<string, StripeObject[]>();
  readonly #answers = new Map<string, { body: string; answer: Answer }>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What a connection's `apiBase` is to be. */
  get url(): string {
    return `http://127.0.0.1:${portOf(this.#server.address())}`;
  }

  put<Kept extends StripeObject>(object: Kept): Kept {
    this.#store(object.object).set(object.id, object);
    return object;
  }

  get(kind: string, id: string): StripeObject {
    const found = this.#store(kind).get(id);
    if (!found) throw new Error(`The fake has no ${kind} ${id}.`);
    return found;
  }

  all(kind: string): StripeObject[] {
    return [...this.#store(kind).values()];
  }

  /** A finished checkout with its line items, and the charge of its payment. */
  sell(items: readonly StripeObject[], over: Readonly<Record<string, unknown>> = {}): StripeObject {
    const amount = items.reduce((sum, item) => sum + Number(item["amount_total"]), 0);
    const session = this.put(checkoutSession({ amount_total: amount, ...over }));
    this.#items.set(session.id, [...items]);
    this.put(charge({ amount, payment_intent: session["payment_intent"] }));
    return session;
  }

  /** What a customer does on the page of an open checkout: it is paid. */
  pay(sessionId: string): StripeObject {
    const open = this.get("checkout.session", sessionId);
    const intent = stripeId("pi");
    this.put(charge({ amount: open["amount_total"], payment_intent: intent }));
    return this.put({
      ...open,
      status: "complete",
      payment_status: "paid",
      payment_intent: intent,
      url: null,
    });
  }

  /** Gives money back: the refund, and the charge after it. */
  refund(session: StripeObject, amount: number): { refund: StripeObject; charge: StripeObject } {
    const paid = this.all("charge").find((each) => each["payment_intent"] === session["payment_intent"]);
    if (!paid) throw new Error("Nothing was paid.");
    const back = Number(paid["amount_refunded"]) + amount;
    const after = this.put({ ...paid, amount_refunded: back, refunded: back >= Number(paid["amount"]) });
    const made = refund({ amount, charge: paid.id, payment_intent: paid["payment_intent"] });
    return { refund: this.put(made), charge: after };
  }

  /** An event as the webhook endpoint gets it: pretty-printed, signed over timestamp and body. */
  signed(
    event: StripeObject,
    { at = Date.now(), secret = this.webhookSecret } = {},
  ): {
    body: string;
    headers: Record<string, string>;
  } {
    this.put(event);
    return signedRequest(event, { at, secret });
  }

  #store(kind: string): Store {
    const known = this.#stores.get(kind) ?? new Map<string, StripeObject>();
    this.#stores.set(kind, known);
    return known;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const url = new URL(request.url ?? "/", this.url);
    const key = request.headers["idempotency-key"]?.toString() ?? null;
    this.requests.push({ method: request.method ?? "", path: url.pathname, key });
    const answer = url.pathname.startsWith("/pay/")
      ? this.#till(request, url)
      : this.#answer(request, url, Buffer.concat(chunks).toString());
    const { status, body, location } = answer;
    const type = typeof body === "string" ? "text/html" : "application/json";
    const headers = { "content-type": type, "request-id": stripeId("req") };
    response.writeHead(status, location === undefined ? headers : { ...headers, location });
    response.end(typeof body === "string" ? body : JSON.stringify(body, null, 2));
  }

  /** Where a customer pays: shown, and once it is paid, the way back to who sent them. */
  #till(request: IncomingMessage, url: URL): Answer {
    const session = this.get("checkout.session", url.pathname.slice("/pay/".length));
    if (request.method !== "POST") return checkoutPage(session, this.#items.get(session.id) ?? []);
    this.pay(session.id);
    return { status: 303, body: "", location: String(session["success_url"]) };
  }

  #answer(request: IncomingMessage, url: URL, body: string): Answer {
    if (this.failing !== null) return failure(this.failing, "api_error", "The fake is failing.");
    if (request.headers.authorization !== `Bearer ${this.apiKey}`) {
      return failure(401, "invalid_request_error", "Invalid API Key provided.");
    }
    if (request.method === "GET") return this.#read(url);
    return this.#writeOnce(url, body, request.headers["idempotency-key"]?.toString() ?? stripeId("key"));
  }

  #writeOnce(url: URL, body: string, key: string): Answer {
    const before = this.#answers.get(key);
    if (before && before.body !== body) {
      const words =
        "Keys for idempotent requests can only be used with the same parameters they were first used with.";
      return failure(400, "idempotency_error", words);
    }
    const answer = before?.answer ?? this.#write(url, body);
    this.#answers.set(key, { body, answer });
    return answer;
  }

  #read(url: URL): Answer {
    const [kind = "", id, part] = partsOf(url);
    if (part === "line_items") return page(this.#items.get(id ?? "") ?? [], url);
    if (part === "lines") return page(linesOf(this.get("invoice", id ?? "")), url);
    if (id === undefined) return page(this.#listed(kind, url), url);
    const found = this.#store(kind).get(id);
    if (found) return { status: 200, body: found };
    return failure(404, "invalid_request_error", `No such ${kind}: '${id}'`);
  }

  #listed(kind: string, url: URL): StripeObject[] {
    const wanted = [...url.searchParams].filter(([name]) => FILTERS.includes(name));
    const after = url.searchParams.get("created[gte]");
    return this.all(kind)
      .filter((each) => wanted.every(([name, value]) => each[name] === value))
      .filter((each) => after === null || Number(each["created"]) >= Number(after))
      .reverse();
  }

  #write(url: URL, body: string): Answer {
    if (url.pathname !== "/v1/checkout/sessions")
      return failure(404, "invalid_request_error", "Unrecognized URL.");
    const form = readForm(body);
    const asked = Object.values(form.list("line_items"));
    const items = asked.map((item) => {
      const quantity = Number(item["quantity"] ?? 1);
      const known = item["price"] === undefined ? null : this.#store("price").get(item["price"]);
      const unit = Number(known ? known["unit_amount"] : item["price_data[unit_amount]"]);
      return lineItem({ price: item["price"] ?? stripeId("price"), quantity, amount: unit * quantity });
    });
    const id = stripeId("cs_test");
    const total = items.reduce((sum, item) => sum + Number(item["amount_total"]), 0);
    const made = this.put(
      checkoutSession({
        ...{ id, amount_total: total, status: "open", payment_status: "unpaid", payment_intent: null },
        ...{ url: `${this.url}/pay/${id}`, mode: form.text("mode"), metadata: form.group("metadata") },
        ...{ client_reference_id: form.text("client_reference_id"), customer_details: null },
        ...{ customer_email: form.text("customer_email"), success_url: form.text("success_url") },
        ...{
          currency: asked[0]?.["price_data[currency]"] ?? "usd",
          expires_at: Math.floor(Date.now() / 1_000) + 86_400,
        },
      }),
    );
    this.#items.set(id, items);
    return { status: 200, body: made };
  }
}

/** The event of something, made now. */
export function eventNow(type: string, object: StripeObject): StripeObject {
  return stripeEvent(type, object, { created: Math.floor(Date.now() / 1_000) });
}
