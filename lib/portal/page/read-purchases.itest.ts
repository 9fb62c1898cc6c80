import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FakeWooCommerce } from "@/e2e/support/fake-woocommerce";
import { books, makeShop } from "@/lib/commerce/testing";
import { micros } from "@/lib/kernel/micros";
import {
  createPortalLink,
  enterWithLink,
  findPortal,
  findVisit,
  readPurchases,
  type Visit,
} from "@/lib/portal";
import { grantPurchase } from "@/lib/wallets";
import type { Ctx } from "@/lib/access";

let woo: FakeWooCommerce;
beforeAll(async () => {
  woo = await new FakeWooCommerce().start();
});
afterAll(() => woo.stop());

async function visitOf({ ctx, slug }: { ctx: Ctx; slug: string }, externalId: string): Promise<Visit> {
  const portal = await findPortal(slug, new Date());
  const { url } = await createPortalLink(ctx, externalId);
  const entry = portal && (await enterWithLink(portal, new URL(url).searchParams.get("link") ?? "", false));
  const visit = portal && entry?.ok ? await findVisit(portal, entry.key, false) : null;
  if (!visit) throw new Error("Nobody was let in.");
  return visit;
}

const line = (id: number, product: number, quantity = 1) => ({
  id,
  product_id: product,
  variation_id: 0,
  quantity,
  total: "10.00",
});

describe("what a customer bought", () => {
  it("names the order, the shop, the packages and where it stands, and adds up to the ledger", async () => {
    const shop = await makeShop();
    const { ctx, tell } = shop;
    const tellOf = (order: ReturnType<typeof woo.order>) => tell("order.updated", woo.payload(order));
    await tellOf(woo.order({ lines: [line(1, 7, 3)] }));
    const half = woo.order();
    await tellOf(half);
    await tellOf(woo.refund(half, "5.00"));
    const shoes = woo.order({ lines: [line(1, 99)] });
    await tellOf(shoes);
    await tellOf(woo.order({ status: "on-hold", completed: false }));
    await tellOf(woo.order({ status: "cancelled", completed: false }));
    await tellOf(woo.order({ customerId: 43 }));
    const elsewhere = { key: "k", amount: "7", origin: { order: "A-1", package: "Old pack" } };
    await grantPurchase({ ...ctx, now: new Date() }, "42", elsewhere);

    const visit = await visitOf(shop, "42");
    const { purchases, next } = await readPurchases(visit, { limit: 10 });

    const said = purchases.map(({ what, shop: name, standing, amount, takenBack }) => [
      what.map((each) => `${each.name} x${each.quantity}`).join(),
      name,
      standing,
      amount,
      takenBack,
    ]);
    expect(next).toBeNull();
    expect(said).toEqual([
      ["Old pack x1", null, "granted", 7_000_000n, 0n],
      ["100 credits x1", "Shop", "dead", 0n, 0n],
      ["100 credits x1", "Shop", "open", 0n, 0n],
      ["100 credits x1", "Shop", "partly_refunded", 100_000_000n, 50_000_000n],
      ["100 credits x3", "Shop", "granted", 300_000_000n, 0n],
    ]);
    expect(purchases.map(({ order }) => order)).not.toContain(String(shoes.id));
    const net = purchases.reduce(
      (sum, { amount, takenBack }) => micros(sum + amount - takenBack),
      micros(0n),
    );
    expect((await books(ctx)).total).toBe("357");
    expect(net).toBe(357_000_000n);

    const recent = await readPurchases(visit, { limit: 10, completed: true });
    expect(recent.purchases.map(({ standing }) => standing)).not.toContain("dead");
  });

  it("comes a page at a time, each purchase once, and is nobody else's", async () => {
    const shop = await makeShop();
    for (let count = 0; count < 3; count += 1) {
      await shop.tell("order.updated", woo.payload(woo.order()));
      const elsewhere = { key: `k-${count}`, amount: "1", origin: { package: "Old pack" } };
      await grantPurchase({ ...shop.ctx, now: new Date() }, "42", elsewhere);
    }
    const visit = await visitOf(shop, "42");

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await readPurchases(visit, { limit: 2, cursor });
      expect(page.purchases.length).toBeLessThanOrEqual(2);
      seen.push(...page.purchases.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);

    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(seen).toEqual(seen.toSorted().toReversed());
    await shop.tell("order.updated", woo.payload(woo.order({ customerId: 43, lines: [line(1, 99)] })));
    expect((await readPurchases(await visitOf(shop, "43"), { limit: 2 })).purchases).toEqual([]);
  });
});
