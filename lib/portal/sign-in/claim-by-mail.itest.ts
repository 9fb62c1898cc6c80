import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FakeWooCommerce } from "@/e2e/support/fake-woocommerce";
import { books, makeShop } from "@/lib/commerce/testing";
import { putCustomer } from "@/lib/customers";
import { queuedMailsTo } from "@/lib/mail/testing";
import { createPortalLink, enterWithLink, findPortal, mailSignInLink } from "@/lib/portal";

let woo: FakeWooCommerce;
beforeAll(async () => {
  woo = await new FakeWooCommerce().start();
});
afterAll(() => woo.stop());

const WORDS = {
  lang: "en",
  subject: String,
  lead: String,
  button: (name: string | null) => name ?? "Look",
  note: "15",
};
const linkIn = (url = "") => new URL(url).searchParams.get("link") ?? "";

async function portalOf({ slug }: { slug: string }) {
  const portal = await findPortal(slug, new Date());
  if (!portal) throw new Error("There is no such page.");
  return portal;
}

/** The link in the one mail to an address. */
async function mailedLink(shop: { slug: string }, email: string): Promise<string> {
  await mailSignInLink(await portalOf(shop), { email, address: null }, WORDS);
  const [mail] = await queuedMailsTo(email);
  const [link] = mail?.parts.flatMap((part) => (part.kind === "link" ? [part.url] : [])) ?? [];
  return linkIn(link);
}

async function enter(shop: { slug: string }, link: string): Promise<boolean> {
  return (await enterWithLink(await portalOf(shop), link, false)).ok;
}

describe("what a guest bought", () => {
  it("becomes the customer's who uses the link that was mailed to the address, and no other link does that", async () => {
    const shop = await makeShop();
    const email = `${shop.slug}@guests.example`;
    await putCustomer(shop.ctx, "7", { email });
    await shop.tell("order.updated", woo.payload(woo.order({ customerId: 0, email: email.toUpperCase() })));

    const { url } = await createPortalLink(shop.ctx, "7");
    expect(await enter(shop, linkIn(url))).toBe(true);
    expect((await books(shop.ctx, "7")).total).toBe("0");

    const link = await mailedLink(shop, email);
    expect(await enter(shop, link)).toBe(true);
    expect(await enter(shop, link)).toBe(false);
    expect(await books(shop.ctx, "7")).toEqual({ total: "100", entries: ["purchase 100"], proven: true });

    await shop.tell("order.updated", woo.payload(woo.order({ customerId: 0, email })));
    expect((await books(shop.ctx, "7")).total).toBe("200");
  });

  it("stays where it is when the customer's address becomes another's after the mail", async () => {
    const shop = await makeShop();
    const [own, other] = [`own-${shop.slug}@guests.example`, `other-${shop.slug}@guests.example`];
    await putCustomer(shop.ctx, "7", { email: own });
    await shop.tell("order.updated", woo.payload(woo.order({ customerId: 0, email: other })));

    const link = await mailedLink(shop, own);
    await putCustomer(shop.ctx, "7", { email: other });

    expect(await enter(shop, link)).toBe(true);
    expect((await books(shop.ctx, "7")).total).toBe("0");
  });
});
