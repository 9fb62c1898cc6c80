import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import type { Connection } from "../connections/connection";
import { findConnection, findConnections } from "../connections/connections.repo";
import { requireConnection } from "../connections/get-connection";
import { stripeOf } from "./client";

const MOST = 100;

/**
 * The Stripe account to sell by: the one that is named, if it is one, else the merchant's first that is on and has an API
 * key. Throws `conflict` when there is none.
 */
export async function sellingConnection(
  asker: Pick<Ctx, "merchantId" | "storeId" | "tx">,
  named: string | null,
): Promise<Connection> {
  const own = named === null ? null : requireConnection(asker, await findConnection(asker, named));
  if (own?.kind === "stripe" && own.enabled) return own;
  const all = await findConnections(asker, { limit: MOST, before: null });
  const able = all.filter((each) => each.kind === "stripe" && each.enabled && stripeOf(each) !== null);
  const first = able.at(-1);
  if (first) return first;
  throw new AppError("conflict", "No Stripe account with an API key is connected.");
}
