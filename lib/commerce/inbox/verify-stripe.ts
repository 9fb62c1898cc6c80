import Stripe from "stripe";
import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import type { Incoming, Verified } from "./incoming";

/** How old a signature may be, and how far ahead of our clock, in seconds. Stripe's own library bounds only the past. */
const TOLERANCE_SECONDS = 300;
const MILLIS = 1_000;

const stripe = new Stripe("sk_unused_for_signatures", { telemetry: false });

const event = z.looseObject({
  id: z.string().min(1).max(255),
  object: z.literal("event"),
  type: z.string().min(1).max(200),
  data: z.looseObject({ object: z.looseObject({ id: z.string().max(255).optional() }) }),
});

/**
 * Checks Stripe's signature with Stripe's library, under any of the secrets, and that it is not from another time, past
 * or future. Throws `unauthenticated`, and `invalid_input` for a signed body that is no snapshot event.
 */
export function verifyStripe(incoming: Incoming, secrets: readonly string[], now: Date): Verified {
  const header = incoming.headers.get("stripe-signature") ?? "";
  const fits = secrets.some((secret) => secret !== "" && signs(incoming.body, { header, secret, now }));
  if (!fits) throw new AppError("unauthenticated", "The signature is not valid.");
  requirePresent(header, now);
  const parsed = event.safeParse(jsonOrNull(incoming.body));
  if (!parsed.success)
    throw new AppError("invalid_input", "This is not an event of Stripe.", { status: 400 });
  const { id, type, data } = parsed.data;
  return { externalId: id, topic: type, subject: data.object.id ?? null, kept: {} };
}

function signs(body: Uint8Array, { header, secret, now }: { header: string; secret: string; now: Date }) {
  try {
    const { signature } = stripe.webhooks;
    const payload = Buffer.from(body);
    return (
      signature?.verifyHeader(payload, header, secret, TOLERANCE_SECONDS, undefined, now.getTime()) ?? false
    );
  } catch {
    return false;
  }
}

function requirePresent(header: string, now: Date): void {
  const at = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(header)?.[1] ?? Number.NaN) * MILLIS;
  if (at - now.getTime() <= TOLERANCE_SECONDS * MILLIS) return;
  throw new AppError("unauthenticated", "The signature is from the future.");
}

function jsonOrNull(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return null;
  }
}
