import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import type { Connection } from "../connections/connection";

const envelope = z.looseObject({ account: z.string().nullish() });

/**
 * Throws `forbidden` for a signed event of another account: an endpoint for connected accounts signs the events of all
 * of them with one secret. Events of the account's own carry no account.
 */
export function requireOwnEvent(connection: Connection, body: Uint8Array): void {
  const { account } = envelope.parse(JSON.parse(Buffer.from(body).toString("utf8")));
  if (!account || account === connection.options["account"]) return;
  throw new AppError("forbidden", "This event is of another Stripe account.");
}
