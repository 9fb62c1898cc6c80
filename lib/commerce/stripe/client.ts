import Stripe from "stripe";
import { env } from "@/lib/kernel/env";
import { AppError } from "@/lib/kernel/errors";
import { type Connection, stripeKeyOf } from "../connections/connection";

/** The version our requests are made in, whatever the account's own is. */
const API_VERSION = "2026-10-28.endive";
const TIMEOUT_MILLIS = 10_000;

/** The account's API; null when the connection has no key that can be read. */
export function stripeOf(connection: Connection): Stripe | null {
  const key = stripeKeyOf(connection);
  if (key === null) return null;
  return new Stripe(key, {
    apiVersion: API_VERSION,
    telemetry: false,
    maxNetworkRetries: 1,
    timeout: TIMEOUT_MILLIS,
    ...standIn(connection.options["apiBase"]),
  });
}

/** The account's API. Throws `conflict` for a connection without a key. */
export function requireStripe(connection: Connection): Stripe {
  const stripe = stripeOf(connection);
  if (stripe) return stripe;
  throw new AppError("conflict", `"${connection.name}" has no API key: add one to ask Stripe.`);
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * A stand-in of Stripe on this machine, for trying things out: taken only where Tollgate itself is reached on this
 * machine, so that nobody can point a server's requests inwards.
 */
function standIn(apiBase: unknown): Partial<NonNullable<ConstructorParameters<typeof Stripe>[1]>> {
  if (typeof apiBase !== "string") return {};
  const { hostname, port, protocol } = new URL(apiBase);
  if (!LOOPBACK.has(hostname) || !LOOPBACK.has(new URL(env().url).hostname)) {
    throw new AppError("conflict", "Another address of Stripe is only taken on this machine.");
  }
  const plain = protocol === "http:";
  const fallback = plain ? "80" : "443";
  return { host: hostname, port: port === "" ? fallback : port, protocol: plain ? "http" : "https" };
}

/** Whether live or test events are the account's; null when nothing tells. */
export function livemodeOf(connection: Connection): boolean | null {
  const said = connection.options["livemode"];
  if (typeof said === "boolean") return said;
  const kind = /^(?:sk|rk)_(live|test)_/.exec(stripeKeyOf(connection) ?? "")?.[1];
  return kind === undefined ? null : kind === "live";
}

/** Whether it was Stripe that failed: it did not answer, or said no. */
export function isOfStripe(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError;
}

/** Whether the failure means that Stripe has no such thing, or that the key may not read it: asking again is no use. */
export function isFinal(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripePermissionError ||
    error instanceof Stripe.errors.StripeAuthenticationError
  );
}

/** What went wrong, for people: Stripe's own words, without the key that older messages quote. */
export function problemOf(error: unknown): string {
  const words = error instanceof Error ? error.message : "no answer";
  return `Stripe could not be asked: ${words.replaceAll(/\b(?:sk|rk)_\w+/g, "the key").slice(0, 300)}`;
}
