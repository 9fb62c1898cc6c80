import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { deliveryHealth, NO_DELIVERIES } from "../inbox/deliveries.repo";
import type { Connection } from "./connection";
import { connectionJson, type ConnectionJson } from "./connection-json";
import { findConnection } from "./connections.repo";

/** One connection with its health. Throws `not_found`, also for a key bound to another store. */
export async function getConnection(ctx: Ctx, id: string): Promise<ConnectionJson> {
  requireCan(ctx, "usage:read");
  return describeConnection(ctx, requireConnection(ctx, await findConnection(ctx, id)));
}

/** As answers show it, with what its inbox tells. */
export async function describeConnection(
  asker: Pick<Ctx, "merchantId" | "now">,
  connection: Connection,
): Promise<ConnectionJson> {
  const health = await deliveryHealth(readSql(), asker.merchantId, [connection.id]);
  return connectionJson(connection, health.get(connection.id) ?? NO_DELIVERIES, asker.now);
}

/** Throws `not_found` when there is none, or none that this key may see. */
export function requireConnection(ctx: Pick<Ctx, "storeId">, found: Connection | null): Connection {
  if (found && (ctx.storeId === null || ctx.storeId === found.store)) return found;
  throw new AppError("not_found", "There is no such connection.");
}
