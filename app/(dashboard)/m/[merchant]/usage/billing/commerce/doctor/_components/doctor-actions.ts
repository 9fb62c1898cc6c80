"use server";

import {
  fetchOrder,
  patchConnection,
  refreshPurchase,
  replayDelivery,
  setUpWebhooks,
  updatePackage,
} from "@/lib/commerce";
import type { Fix } from "@/lib/commerce/schemas";
import { defineAction } from "@/lib/web";

type Wanted = {
  readonly fix: Fix;
  /** What was asked about: the number of the order to fetch. */
  readonly query: string;
  /** The purchase to book anew once a package sells it. */
  readonly purchase: string | null;
};
type Ctx = Parameters<typeof refreshPurchase>[0];

/** Does what mends a condition. Each way may be done again without booking anything twice. */
const DO = {
  enable_connection: (ctx: Ctx, { fix }: Wanted) => patchConnection(ctx, fix.id, { enabled: true }),
  set_up_webhooks: (ctx: Ctx, { fix }: Wanted) => setUpWebhooks(ctx, fix.id),
  fetch_order: (ctx: Ctx, { fix, query }: Wanted) => fetchOrder(ctx, fix.id, { order: query }),
  replay_delivery: (ctx: Ctx, { fix }: Wanted) => replayDelivery(ctx, fix.id),
  refresh_purchase: (ctx: Ctx, { fix }: Wanted) => refreshPurchase(ctx, fix.id),
  enable_package: async (ctx: Ctx, { fix, purchase }: Wanted) => {
    await updatePackage(ctx, fix.id, { enabled: true });
    if (purchase !== null) await refreshPurchase(ctx, purchase);
  },
};

export const fixAction = defineAction(async (ctx, wanted: Wanted) => {
  const { kind } = wanted.fix;
  // These two want a person's choice: a customer, a package.
  if (kind === "assign_purchase" || kind === "map_product") return;
  await DO[kind](ctx, wanted);
});
