import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

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

/** An error as WordPress answers it. */
export function failure(code: string, status: number) {
  return { code, message: "Sorry, that is not possible.", data: { status } };
}

/** A page of a list, with WordPress's totals. */
export function page(response: ServerResponse, all: readonly unknown[], url: URL): void {
  const size = Number(url.searchParams.get("per_page") ?? "10");
  const at = Number(url.searchParams.get("page") ?? "1");
  response.setHeader("x-wp-total", String(all.length));
  response.setHeader("x-wp-totalpages", String(Math.ceil(all.length / size)));
  reply(response, 200, all.slice((at - 1) * size, at * size));
}

/** An answer: a text is a page of the site, anything else JSON. */
export function reply(response: ServerResponse, status: number, value: unknown): void {
  const html = typeof value === "string";
  response.writeHead(status, { "content-type": html ? "text/html" : "application/json; charset=UTF-8" });
  response.end(html ? value : phpJson(value));
}

/** What was sent. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}
