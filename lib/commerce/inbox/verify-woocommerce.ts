import { createHmac, hash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import type { Incoming, Verified } from "./incoming";

/** What WooCommerce sends when a webhook is saved: unsigned, and it wants exactly 200. */
const PING = /^webhook_id=\d{1,20}$/;
const FORM_TYPE = /^application\/x-www-form-urlencoded\b/i;
const MOST_TOPIC = 100;

const named = z.looseObject({
  id: z.number().optional(),
  number: z.union([z.string(), z.number()]).optional(),
});

/** Whether this is WooCommerce's ping, to be answered with 200 and nothing else. */
export function isPing({ headers, body }: Incoming): boolean {
  return FORM_TYPE.test(headers.get("content-type") ?? "") && PING.test(Buffer.from(body).toString("latin1"));
}

/**
 * Checks WooCommerce's signature: base64 of HMAC-SHA-256 over the body's very bytes, in constant time, under any of
 * the secrets (class-wc-webhook.php, generate_signature). It has no timestamp: a repeat is harmless because the same
 * topic and body are one delivery. Throws `unauthenticated`; no secret fits nothing.
 */
export function verifyWooCommerce(incoming: Incoming, secrets: readonly string[]): Verified {
  const { headers, body } = incoming;
  const signature = Buffer.from(headers.get("x-wc-webhook-signature") ?? "", "utf8");
  // Every secret is tried, so that the time tells nothing of which one fitted.
  const fits = secrets.filter((secret) => signs(secret, body, signature));
  if (fits.length === 0) throw new AppError("unauthenticated", "The signature is not valid.");
  const topic = (headers.get("x-wc-webhook-topic") ?? "order.updated").slice(0, MOST_TOPIC);
  return {
    externalId: `${topic}:${hash("sha256", body, "hex")}`,
    topic,
    subject: subjectOf(body),
    kept: keptHeaders(headers),
  };
}

function signs(secret: string, body: Uint8Array, signature: Buffer): boolean {
  if (secret === "") return false;
  const expected = Buffer.from(createHmac("sha256", secret).update(body).digest("base64"), "utf8");
  return expected.length === signature.length && timingSafeEqual(expected, signature);
}

const KEPT = [
  "x-wc-webhook-source",
  "x-wc-webhook-topic",
  "x-wc-webhook-id",
  "x-wc-webhook-delivery-id",
  "user-agent",
];

function keptHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value.slice(0, 500)]];
    }),
  );
}

function subjectOf(body: Uint8Array): string | null {
  const parsed = named.safeParse(jsonOrNull(body));
  const name = parsed.data?.number ?? parsed.data?.id;
  return name === undefined ? null : `order ${name}`.slice(0, 200);
}

function jsonOrNull(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return null;
  }
}
