import type { Context } from "hono";
import { admitShop, receiveDelivery } from "@/lib/commerce";
import { CONNECTION_KINDS } from "@/lib/commerce/schemas";
import { AppError } from "@/lib/kernel/errors";
import { readBytes, readJson } from "./body";
import { json, problemResponse, replyResponse } from "./reply";
import { requestIdOf } from "./request-id";

/** The largest webhook, in bytes: an order of some thousand lines. */
const MAX_WEBHOOK_BYTES = 1024 * 1024;

/** With and without a slash at the end: WooCommerce takes a redirect for a delivery that arrived. */
export const WEBHOOK_PATHS = ["/api/webhooks/:kind/:connection", "/api/webhooks/:kind/:connection/"] as const;

/**
 * The door of shops: no API key, but a signature over the raw bytes. 200 once a delivery is kept; WooCommerce's ping is
 * answered with 200 and nothing else. What is refused is a problem document, as everywhere.
 */
export async function takeWebhook(c: Context): Promise<Response> {
  const request = c.req.raw;
  const now = new Date();
  const requestId = requestIdOf(request, now);
  try {
    const received = await receiveDelivery({
      kind: kindOf(c.req.param("kind")),
      connectionId: c.req.param("connection") ?? "",
      headers: request.headers,
      readBody: () => readBytes(request, MAX_WEBHOOK_BYTES),
      now,
    });
    if (received === "ping") return replyResponse({ status: 200, body: null }, requestId);
    return replyResponse(json(200, { received: true, duplicate: received === "duplicate" }), requestId);
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

/** Where a WooCommerce shop sends its keys once its owner has let us in. It wants exactly 200. */
export const AUTHORIZED_PATH = "/api/webhooks/woocommerce/authorized";

/** Takes the keys of a shop that was asked for them. */
export async function takeShopKeys(c: Context): Promise<Response> {
  const now = new Date();
  const requestId = requestIdOf(c.req.raw, now);
  try {
    await admitShop(await readJson(c.req.raw, false), now);
    return replyResponse(json(200, { connected: true }), requestId);
  } catch (error) {
    return problemResponse(error, requestId);
  }
}

function kindOf(name: string | undefined) {
  const kind = CONNECTION_KINDS.find((each) => each === name);
  if (kind) return kind;
  throw new AppError("not_found", "There is no such connection.");
}
