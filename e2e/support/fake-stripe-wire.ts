import { createHmac } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { StripeObject } from "./stripe-objects";

/** What a request is answered with: JSON, a page of the site, or the way to another. */
export type Answer = { readonly status: number; readonly body: object | string; readonly location?: string };

/** What lists are narrowed by. */
export const FILTERS = ["payment_intent", "subscription", "customer", "type"];

const KINDS: Readonly<Record<string, string>> = {
  "checkout/sessions": "checkout.session",
  invoices: "invoice",
  invoice_payments: "invoice_payment",
  payment_intents: "payment_intent",
  charges: "charge",
  refunds: "refund",
  disputes: "dispute",
  prices: "price",
  events: "event",
};

/** `/v1/checkout/sessions/cs_1/line_items` → kind, id, part. */
export function partsOf(url: URL): string[] {
  const path = url.pathname.replace(/^\/v1\//, "");
  const named = Object.keys(KINDS).find((each) => path === each || path.startsWith(`${each}/`)) ?? "";
  return [
    KINDS[named] ?? "",
    ...path
      .slice(named.length + 1)
      .split("/")
      .filter(Boolean),
  ];
}

/** A page of a list. */
export function page(all: readonly StripeObject[], url: URL): Answer {
  const limit = Number(url.searchParams.get("limit") ?? 10);
  const after = url.searchParams.get("starting_after");
  const start = after === null ? 0 : all.findIndex((each) => each.id === after) + 1;
  const data = all.slice(start, start + limit);
  const body = { object: "list", data, has_more: start + limit < all.length, url: url.pathname };
  return { status: 200, body };
}

/** The lines of an invoice. */
export function linesOf({ lines }: StripeObject): StripeObject[] {
  if (typeof lines !== "object" || lines === null || !("data" in lines)) return [];
  return Array.isArray(lines.data) ? lines.data : [];
}

/** An error as Stripe writes it. */
export function failure(status: number, type: string, message: string): Answer {
  return {
    status,
    body: { error: { type, message, ...(status === 404 ? { code: "resource_missing" } : {}) } },
  };
}

/** The port that a server listens on. */
export function portOf(address: string | AddressInfo | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** An event as the webhook endpoint gets it: pretty-printed, signed over timestamp and body. */
export function signedRequest(event: StripeObject, { at, secret }: { at: number; secret: string }) {
  const body = JSON.stringify(event, null, 2);
  const t = Math.floor(at / 1_000);
  const v1 = createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
  const headers: Record<string, string> = {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
    "stripe-signature": `t=${t},v1=${v1},v0=${"0".repeat(64)}`,
  };
  return { body, headers };
}

/** The page of an open checkout: what is sold, and the button that pays it. */
export function checkoutPage(
  { id, amount_total, currency }: StripeObject,
  items: readonly StripeObject[],
): Answer {
  const rows = items.map(
    ({ description, quantity }) => `<li>${Number(quantity)} × ${String(description)}</li>`,
  );
  const total = `${(Number(amount_total) / 100).toFixed(2)} ${String(currency).toUpperCase()}`;
  const body = `<!doctype html><html lang="en"><title>Stripe Checkout</title><h1>Stripe Checkout</h1><ul>${rows.join("")}</ul><p>${total}</p><form method="post" action="/pay/${id}"><button>Pay</button></form></html>`;
  return { status: 200, body };
}
