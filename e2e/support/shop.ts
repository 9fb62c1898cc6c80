import type { APIRequestContext } from "@playwright/test";
import type { FakeWooCommerce } from "./fake-woocommerce";
import { type Merchant, send } from "./merchant";

/** Connects the stand-in's shop with its REST keys, as somebody does who types them; the connection's id. */
export async function connectShop(
  request: APIRequestContext,
  merchant: Merchant,
  { url, key, secret }: FakeWooCommerce,
): Promise<string> {
  const about = { kind: "woocommerce", name: "Main shop", url, consumerKey: key, consumerSecret: secret };
  const { id } = await send(request, merchant, ["/connections", about]);
  return id;
}
