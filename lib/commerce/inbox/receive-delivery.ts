import { readSql } from "@/lib/db";
import { prepareJobs } from "@/lib/jobs";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { type Connection, validSecretsOf } from "../connections/connection";
import type { ConnectionKind } from "../connections/kinds";
import { countRefusal, findAddressed } from "../connections/connections.repo";
import { requireOwnEvent } from "../stripe/require-own-event";
import { keepDelivery } from "./deliveries.repo";
import type { Incoming, Verified } from "./incoming";
import { verifyStripe } from "./verify-stripe";
import { isPing, verifyWooCommerce } from "./verify-woocommerce";

/** The job that works on one delivery. */
export const PROCESS_DELIVERY = "process_delivery";

/** A request to the address of a connection, its body not yet read. */
export type Knock = {
  readonly kind: ConnectionKind;
  readonly connectionId: string;
  readonly headers: Headers;
  /** Throws `too_large`. */
  readonly readBody: () => Promise<Uint8Array>;
  readonly now: Date;
};

/** `ping`: WooCommerce asking whether there is anybody. `duplicate`: the same was kept before. */
export type Received = "ping" | "kept" | "duplicate";

const TYPES = {
  woocommerce: /^application\/(json|x-www-form-urlencoded)\b/i,
  stripe: /^application\/json\b/i,
} as const satisfies Record<ConnectionKind, RegExp>;

/**
 * Takes a webhook request in: signature checked over the raw bytes, kept once, a job asked for in the same statement,
 * nothing else. Throws `not_found` for an unknown address, `unsupported_media_type`, `too_large`, `unauthenticated`;
 * then nothing is kept but a count on the connection.
 */
export async function receiveDelivery(knock: Knock): Promise<Received> {
  const connection = await findAddressed(readSql(), knock.kind, knock.connectionId);
  if (!connection) throw new AppError("not_found", "There is no such connection.");
  try {
    return await admit(connection, knock);
  } catch (error) {
    if (error instanceof AppError) {
      await countRefusal(readSql(), connection, { reason: error.message, now: knock.now });
    }
    throw error;
  }
}

async function admit(connection: Connection, { headers, readBody, now }: Knock): Promise<Received> {
  if (!TYPES[connection.kind].test(headers.get("content-type")?.trim() ?? "")) throw unsupported();
  if (headers.get("content-encoding") !== null) throw unsupported();
  const incoming: Incoming = { headers, body: await readBody() };
  if (connection.kind === "woocommerce" && isPing(incoming)) return "ping";
  const verified = verify(connection, incoming, now);
  return keep(connection, { ...verified, body: incoming.body }, now);
}

function unsupported(): AppError {
  return new AppError("unsupported_media_type", "A webhook brings JSON, as it is.");
}

function verify(connection: Connection, incoming: Incoming, now: Date): Verified {
  const secrets = validSecretsOf(connection, now);
  if (connection.kind === "woocommerce") return verifyWooCommerce(incoming, secrets);
  const verified = verifyStripe(incoming, secrets, now);
  requireOwnEvent(connection, incoming.body);
  return verified;
}

async function keep(
  { merchantId, id: connectionId }: Connection,
  { kept: headers, ...verified }: Verified & { body: Uint8Array },
  now: Date,
): Promise<Received> {
  await prepareJobs();
  const made = { merchantId, id: newId(now), connectionId, ...verified, headers, receivedAt: now };
  const kept = await keepDelivery(readSql(), { ...made, job: PROCESS_DELIVERY });
  return kept.id === made.id ? "kept" : "duplicate";
}
