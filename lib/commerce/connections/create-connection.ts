import { randomBytes } from "node:crypto";
import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { NO_DELIVERIES } from "../inbox/deliveries.repo";
import { type Connection, sealCredentials, sealSecrets, type ShopKeys } from "./connection";
import { type CreateConnectionInput, createConnectionInput } from "./connection-input";
import { connectionJson, type ConnectionJson } from "./connection-json";
import { insertConnection } from "./connections.repo";
import { credentialsOf } from "./credentials-of";

const SECRET_BYTES = 32;

/** With the webhook secret when we made it: it is shown this once. */
export type CreatedConnection = ConnectionJson & { webhookSecret: string | null };

/**
 * Adds a shop or a Stripe account. A WooCommerce shop without a webhook secret gets one made, shown in this answer only;
 * Stripe makes its own, so one can be given later. Each call adds a connection. Throws `invalid_input` for keys of
 * the other kind, or half a pair.
 */
export async function createConnection(ctx: Ctx, input: CreateConnectionInput): Promise<CreatedConnection> {
  requireCan(ctx, "connections:write");
  const given = createConnectionInput.parse(input);
  requireReach(ctx, given.store);
  const credentials = credentialsOf(given.kind, given);
  const made = given.webhookSecret === undefined && given.kind === "woocommerce" ? newSecret() : null;
  const secret = given.webhookSecret ?? made;
  const { kind, name, store, url, grantWhen, enabled, options } = given;
  const connection = newConnection(ctx, {
    ...{ kind, name, store, url, grantWhen, enabled, options: withoutNulls(options), credentials, secret },
  });

  await withTx(ctx, async (tx) => {
    await insertConnection(tx, connection);
    await recordAudit(tx, ctx, {
      action: "connection.create",
      entity: "connection",
      entityId: connection.id,
      details: { kind, name, url, grantWhen, enabled },
    });
  });
  return { ...connectionJson(connection, NO_DELIVERIES, ctx.now), webhookSecret: made };
}

/** A webhook secret of ours: 256 random bits. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

type NewConnection = Pick<
  Connection,
  "kind" | "name" | "store" | "url" | "grantWhen" | "enabled" | "options"
> & {
  readonly credentials: ShopKeys | { apiKey: string } | null;
  readonly secret: string | null;
};

/** A connection that nothing has happened to yet, its secrets sealed. */
export function newConnection(
  { merchantId, now }: Pick<Ctx, "merchantId" | "now">,
  { credentials, secret, ...about }: NewConnection,
): Connection {
  const row = { merchantId, id: newId(now) };
  return {
    ...row,
    ...about,
    credentials: credentials && sealCredentials(credentials, row),
    webhookSecrets: secret === null ? null : sealSecrets([{ secret, until: null }], row),
    webhooks: [],
    webhooksSeenAt: null,
    refused: 0n,
    lastRefusedAt: null,
    lastRefusal: null,
    lastProblem: null,
    lastProblemAt: null,
    reconciledUntil: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** A key bound to a store makes connections of that store. */
export function requireReach({ storeId }: Pick<Ctx, "storeId">, store: string | null): void {
  if (storeId === null || storeId === store) return;
  throw new AppError("invalid_input", "This key is bound to a store.", {
    errors: [{ path: "store", message: `must be "${storeId}", the store of this key` }],
  });
}

/** Options that say something. */
export function withoutNulls(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value != null));
}
