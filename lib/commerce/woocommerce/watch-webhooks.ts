import { z } from "zod";
import { readSql } from "@/lib/db";
import { type Connection, type SeenWebhook, webhookSecretsOf } from "../connections/connection";
import { webhookUrlOf } from "../connections/connection-json";
import { saveSeenWebhooks } from "../connections/connections.repo";
import type { Shop } from "./shop";

/** Every word of an order's life. `order.updated` also tells of refunds. */
const TOPICS = ["order.created", "order.updated", "order.deleted", "order.restored"] as const;
const PAGE_SIZE = "100";
const MOST_PAGES = 10;

const webhook = z.looseObject({
  id: z.number().int(),
  topic: z.string(),
  status: z.string(),
  delivery_url: z.string(),
});

/** What was done so that a shop tells us everything. */
export type WatchedWebhooks = {
  readonly webhooks: readonly SeenWebhook[];
  readonly created: readonly string[];
  /** Topics whose webhook WooCommerce had switched off, as it does after some failures, without a word. */
  readonly switchedOn: readonly string[];
};

/** The webhooks that a shop has for this connection, as it says now; kept with the connection. */
export async function seeWebhooks(connection: Connection, shop: Shop, now: Date): Promise<SeenWebhook[]> {
  const url = webhookUrlOf(connection);
  const found: SeenWebhook[] = [];
  for (let page = 1, pages = 1; page <= Math.min(pages, MOST_PAGES); page += 1) {
    const answer = await shop.get("/webhooks", { per_page: PAGE_SIZE, page: String(page) });
    for (const { id, topic, status, delivery_url } of z.array(webhook).parse(answer.value)) {
      if (delivery_url.replace(/\/+$/, "") === url) found.push({ id, topic, status });
    }
    pages = answer.pages;
  }
  await saveSeenWebhooks(readSql(), connection, { webhooks: found, now });
  return found;
}

/**
 * Makes sure that a shop has every webhook that we need, under our present secret, and that all are on; what is there and
 * on is left alone. `create` false only switches on. Throws `ShopUnreachable` and `ShopRefusal`.
 */
export async function watchWebhooks(
  connection: Connection,
  shop: Shop,
  { create, now }: { create: boolean; now: Date },
): Promise<WatchedWebhooks> {
  const seen = await seeWebhooks(connection, shop, now);
  const secret = webhookSecretsOf(connection)[0]?.secret;
  if (secret === undefined) return { webhooks: seen, created: [], switchedOn: [] };
  const off = seen.filter(({ status }) => status !== "active");
  for (const { id } of off) await shop.send("PUT", `/webhooks/${id}`, { status: "active", secret });
  const missing = create ? TOPICS.filter((topic) => !seen.some((each) => each.topic === topic)) : [];
  for (const topic of missing) {
    const delivery_url = webhookUrlOf(connection);
    await shop.send("POST", "/webhooks", { name: `Tollgate: ${topic}`, topic, delivery_url, secret });
  }
  const changed = off.length + missing.length > 0;
  return {
    webhooks: changed ? await seeWebhooks(connection, shop, now) : seen,
    created: missing,
    switchedOn: off.map(({ topic }) => topic),
  };
}
