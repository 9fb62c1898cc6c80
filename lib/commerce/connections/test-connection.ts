import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { deliveryHealth } from "../inbox/deliveries.repo";
import { stripeOf } from "../stripe/client";
import { shopOf } from "../woocommerce/ask-order";
import { ShopUnreachable } from "../woocommerce/request-shop";
import { ShopRefusal } from "../woocommerce/shop";
import { seeWebhooks } from "../woocommerce/watch-webhooks";
import { type Connection, validSecretsOf } from "./connection";
import { findConnection, noteProblem } from "./connections.repo";
import { requireConnection } from "./get-connection";

/** One thing that has to be right, and how it is. `ok` null: it could not be looked at. */
type ConnectionCheck = { readonly name: string; readonly ok: boolean | null; readonly detail: string };
export type ConnectionTest = { readonly ok: boolean; readonly checks: readonly ConnectionCheck[] };

/**
 * Looks at everything a connection needs, live: switched on, a webhook secret, keys that open the shop, its webhooks, and
 * whether anything ever came. Changes nothing but what is remembered of its health. Throws `not_found`.
 */
export async function testConnection(ctx: Ctx, id: string): Promise<ConnectionTest> {
  requireCan(ctx, "connections:write");
  const connection = requireConnection(ctx, await findConnection(ctx, id));
  const checks = [
    enabledCheck(connection),
    secretCheck(connection, ctx.now),
    ...(connection.kind === "stripe"
      ? await accountChecks(connection)
      : await shopChecks(connection, ctx.now)),
    await deliveryCheck(connection),
  ];
  return { ok: checks.every(({ ok }) => ok !== false), checks };
}

function enabledCheck({ enabled }: Connection): ConnectionCheck {
  return {
    name: "enabled",
    ok: enabled,
    detail: enabled ? "Switched on." : "Switched off: nothing is granted.",
  };
}

function secretCheck(connection: Connection, now: Date): ConnectionCheck {
  const valid = validSecretsOf(connection, now).length;
  const unreadable = connection.webhookSecrets !== null && valid === 0;
  const missing = unreadable
    ? "It can no longer be read: enter it again."
    : "Without one, every delivery is refused.";
  return {
    name: "webhook_secret",
    ok: valid > 0,
    detail: valid === 0 ? missing : valid === 1 ? "There is one." : `${valid} are valid together.`,
  };
}

async function shopChecks(connection: Connection, now: Date): Promise<ConnectionCheck[]> {
  const shop = shopOf(connection);
  if (!shop) {
    return [
      {
        name: "keys",
        ok: null,
        detail: "None: what the shop sends is taken as it is, and nothing is compared.",
      },
    ];
  }
  try {
    await shop.get("/orders", { per_page: "1" });
  } catch (error) {
    if (!(error instanceof ShopUnreachable || error instanceof ShopRefusal)) throw error;
    await noteProblem(readSql(), connection, { problem: error.message, now });
    return [{ name: "keys", ok: false, detail: error.message }];
  }
  await noteProblem(readSql(), connection, { problem: null, now });
  return [{ name: "keys", ok: true, detail: "They open the shop." }, await webhookCheck(connection, now)];
}

async function webhookCheck(connection: Connection, now: Date): Promise<ConnectionCheck> {
  const name = "webhooks";
  const shop = shopOf(connection);
  try {
    const seen = shop ? await seeWebhooks(connection, shop, now) : [];
    const off = seen.filter(({ status }) => status !== "active");
    if (off.length > 0) {
      return {
        name,
        ok: false,
        detail: `Switched off in the shop: ${off.map(({ topic }) => topic).join(", ")}.`,
      };
    }
    const told = seen.some(({ topic }) => topic === "order.updated");
    return {
      name,
      ok: told,
      detail: told ? `${seen.length} active.` : "The shop does not tell us of its orders.",
    };
  } catch (error) {
    if (!(error instanceof ShopUnreachable || error instanceof ShopRefusal)) throw error;
    return { name, ok: null, detail: `These keys cannot see them: ${error.message}` };
  }
}

async function accountChecks(connection: Connection): Promise<ConnectionCheck[]> {
  const stripe = stripeOf(connection);
  if (!stripe) return [{ name: "keys", ok: null, detail: "None: only what events say themselves is known." }];
  try {
    await stripe.events.list({ limit: 1 });
    return [{ name: "keys", ok: true, detail: "They open the account." }];
  } catch (error) {
    return [
      {
        name: "keys",
        ok: false,
        detail: error instanceof Error ? error.message.slice(0, 300) : "No answer.",
      },
    ];
  }
}

async function deliveryCheck({ merchantId, id }: Connection): Promise<ConnectionCheck> {
  const health = (await deliveryHealth(readSql(), merchantId, [id])).get(id);
  const at = health?.lastDeliveryAt;
  return {
    name: "deliveries",
    ok: at ? health.givenUp === 0n : null,
    detail: at ? `The last came at ${at.toISOString()}; ${health.givenUp} given up.` : "None came yet.",
  };
}
