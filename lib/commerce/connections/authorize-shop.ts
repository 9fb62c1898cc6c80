import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { env } from "@/lib/kernel/env";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { isLoopbackHost } from "../woocommerce/public-address";
import { hashOfState, makeState } from "./authorization-state";
import { type AuthorizeShopInput, authorizeShopInput } from "./connection-input";
import { requireReach } from "./create-connection";
import { insertShopRequest } from "./shop-authorization.repo";

const VALID_MILLIS = 30 * 60_000;
const APP_NAME = "Tollgate";

/**
 * Asks a WooCommerce shop to let us in, with one click of its owner (WooCommerce's wc-auth): gives the address to send the
 * merchant to. There they approve, the shop sends its keys to us, and the merchant comes back to `returnPath`. Each
 * call asks anew; an unanswered one ends after half an hour. Throws `conflict` where the shop could not answer us.
 */
export async function authorizeShop(
  ctx: Ctx,
  input: AuthorizeShopInput,
): Promise<{ authorizeUrl: string; expiresAt: string }> {
  requireCan(ctx, "connections:write");
  const given = authorizeShopInput.parse(input);
  requireReach(ctx, given.store);
  requireReachable(given.url);
  const state = makeState(ctx.merchantId);
  const expiresAt = new Date(ctx.now.getTime() + VALID_MILLIS);
  const returnUrl = env().url + given.returnPath;
  await withTx(ctx, async (tx) => {
    const id = newId(ctx.now);
    await insertShopRequest(tx, {
      merchantId: ctx.merchantId,
      id,
      stateHash: hashOfState(state),
      url: given.url,
      name: given.name ?? new URL(given.url).host,
      store: given.store,
      grantWhen: given.grantWhen,
      returnUrl,
      actor: ctx.actor,
      createdAt: ctx.now,
      expiresAt,
    });
    await recordAudit(tx, ctx, {
      action: "connection.authorize",
      entity: "connection_request",
      entityId: id,
      details: { url: given.url },
    });
  });
  return { authorizeUrl: authorizeUrl(given.url, { state, returnUrl }), expiresAt: expiresAt.toISOString() };
}

/** WooCommerce sends keys over https only; a shop on this machine, for trying things out, is taken at its word. */
function requireReachable(url: string): void {
  if (new URL(env().url).protocol === "https:" || isLoopbackHost(new URL(url).hostname)) return;
  throw new AppError(
    "conflict",
    "A shop sends its keys over https only, and TOLLGATE_URL is not an https address. Type the keys in instead.",
  );
}

function authorizeUrl(shop: string, { state, returnUrl }: { state: string; returnUrl: string }): string {
  const url = new URL(`${shop}/wc-auth/v1/authorize`);
  url.searchParams.set("app_name", APP_NAME);
  url.searchParams.set("scope", "read_write");
  url.searchParams.set("user_id", state);
  url.searchParams.set("return_url", returnUrl);
  url.searchParams.set("callback_url", `${env().url}/api/webhooks/woocommerce/authorized`);
  return url.href;
}
