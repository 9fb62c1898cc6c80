import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { eventNow, FakeStripe } from "../support/fake-stripe";
import { makeMerchant, type Merchant, send, signIn } from "../support/merchant";
import { visit } from "../support/page";
import { price, type StripeObject } from "../support/stripe-objects";
import { read } from "../support/usage";

// Our policy lets a form lead to https alone, as Stripe's pages are; the stand-in on this machine speaks http.
test.use({ bypassCSP: true });

const place = ({ slug }: Merchant, screen: string) => `/m/${slug}/usage/billing/commerce/${screen}`;

type Account = { merchant: Merchant; stripe: FakeStripe; webhookUrl: string };

/** Stripe tells of something, signed with `secret` where it is not the account's; the status of the answer. */
async function tell(
  request: APIRequestContext,
  { stripe, webhookUrl }: Account,
  { event, secret }: { event: StripeObject; secret?: string },
) {
  const { body, headers } = stripe.signed(event, secret === undefined ? {} : { secret });
  return (await request.post(webhookUrl, { data: Buffer.from(body), headers })).status();
}

/** Waits until what was told is worked on. */
async function expectTotal(request: APIRequestContext, { merchant }: Account, total: string) {
  await expect.poll(async () => (await read(request, merchant, "/customers/42/balance")).total).toBe(total);
}

/** Connects an account in the browser, and has its requests made to the stand-in. */
async function connect(page: Page, request: APIRequestContext, typed: { apiKey: string; secret: string }) {
  const stripe = await new FakeStripe().start();
  const merchant = await makeMerchant();
  await signIn(page, merchant, place(merchant, "connections"));
  await page.getByRole("link", { name: "Connect Stripe" }).click();
  const drawer = page.getByRole("dialog", { name: "Connect Stripe" });
  await drawer.getByLabel("Name").fill("Main account");
  await drawer.getByLabel("Restricted key").fill(typed.apiKey || stripe.apiKey);
  await drawer.getByLabel("Signing secret of the endpoint").fill(typed.secret || stripe.webhookSecret);
  await drawer.getByRole("button", { name: "Connect" }).click();
  await expect(drawer.getByText("/api/webhooks/stripe/")).toBeVisible();
  const { data } = await read(request, merchant, "/connections");
  const [{ id, webhookUrl }] = data;
  const changed = await request.patch(`/api/v1/connections/${id}`, {
    data: { options: { apiBase: stripe.url } },
    headers: { authorization: `Bearer ${merchant.apiKey}` },
  });
  expect(changed.ok(), await changed.text()).toBe(true);
  return { merchant, stripe, webhookUrl: String(webhookUrl), id: String(id) };
}

test("a customer buys at Stripe's checkout, sees the credits, and a refund takes them back @phone", async ({
  page,
  request,
}) => {
  const account = await connect(page, request, { apiKey: "", secret: "" });
  const { merchant, stripe } = account;
  try {
    stripe.put(price({ name: "Credits, small", amount: 1_900 }));
    await visit(page, `${place(merchant, "packages")}?package=new`);
    const drawer = page.getByRole("dialog", { name: "New package" });
    await drawer.getByRole("combobox", { name: "Shop or account" }).click();
    await page.getByRole("option", { name: "Main account" }).click();
    await drawer.getByRole("combobox", { name: "Choose from the shop" }).click();
    await page.getByRole("option", { name: "Credits, small · 19.00 USD" }).click();
    await expect(drawer.getByLabel("Name")).toHaveValue("Credits, small");
    await drawer.getByRole("textbox", { name: "Credits" }).fill("100");
    await drawer.getByRole("button", { name: "Create package" }).click();
    await expect(page.getByRole("table", { name: "Packages" })).toContainText("On sale");

    await send(request, merchant, ["/customers/42/credits", { id: "g", amount: "1", reason: "Welcome" }]);
    const { url } = await send(request, merchant, ["/customers/42/portal-links", {}]);
    await page.goto(new URL(url).pathname + new URL(url).search);
    await page.getByRole("button", { name: "Buy Credits, small" }).click();
    await expect(page.getByRole("heading", { name: "Stripe Checkout" })).toBeVisible();
    await page.getByRole("button", { name: "Pay" }).click();
    await expect(page.getByText("Your credits appear here as soon as the payment is through.")).toBeVisible();

    const [session] = stripe.all("checkout.session");
    if (!session) throw new Error("No checkout was opened.");
    const sold = eventNow("checkout.session.completed", session);
    expect(await tell(request, account, { event: sold })).toBeLessThan(300);
    await expectTotal(request, account, "101");
    await page.reload();
    await expect(page.locator("[data-figure=available]")).toHaveText("101");

    const { charge } = stripe.refund(session, 1_900);
    expect(await tell(request, account, { event: eventNow("charge.refunded", charge) })).toBeLessThan(300);
    await expectTotal(request, account, "1");
    await page.reload();
    await expect(page.locator("[data-figure=available]")).toHaveText("1");
    await expectSeen(page, merchant);
  } finally {
    await stripe.stop();
  }
});

/** What the merchant sees of it: the purchase with both of its entries, and what Stripe told. */
async function expectSeen(page: Page, merchant: Merchant) {
  await visit(page, place(merchant, "purchases"));
  const row = page.getByRole("table", { name: "Purchases" }).getByRole("row").filter({ hasText: "Refunded" });
  await row.getByRole("link").first().click();
  const purchase = page.getByRole("dialog", { name: "Purchase" });
  const entries = purchase.getByRole("list", { name: "Ledger" }).getByRole("listitem");
  await expect(entries).toHaveCount(2);
  await expect(entries.first()).toContainText("−100");
  await expect(entries.last()).toContainText("+100");
  await visit(page, place(merchant, "deliveries"));
  const deliveries = page.getByRole("table", { name: "Deliveries" });
  await expect(deliveries.getByRole("row").filter({ hasText: "charge.refunded" })).toContainText("Done");
}

test("a wrong key and a wrong secret are said where they are mended", async ({ page, request }) => {
  const account = await connect(page, request, { apiKey: "rk_test_wrong", secret: "whsec_wrong" });
  const { merchant, stripe, id } = account;
  const event = eventNow("checkout.session.completed", stripe.sell([]));
  try {
    expect(await tell(request, account, { event })).toBe(401);
    await visit(page, `${place(merchant, "connections")}?connection=${id}`);
    const drawer = page.getByRole("dialog", { name: "Connection" });
    await expect(drawer.getByText("The signature is not valid.")).toBeVisible();
    await drawer.getByRole("button", { name: "Test", exact: true }).click();
    const found = drawer.getByRole("list", { name: "What the test found" });
    await expect(found.getByRole("listitem").filter({ hasText: "Keys" })).toContainText("Invalid API Key");
    await expectAccessible(page);

    await drawer.getByLabel("Restricted key").fill(stripe.apiKey);
    await drawer.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("The connection was saved")).toBeVisible();
    await drawer.getByRole("button", { name: "Replace the webhook secret" }).click();
    const dialog = page.getByRole("dialog", { name: "Replace the webhook secret?" });
    await dialog.getByLabel("New secret").fill(stripe.webhookSecret);
    await dialog.getByRole("button", { name: "Replace the webhook secret" }).click();
    await expect(dialog).toBeHidden();

    expect(await tell(request, account, { event })).toBeLessThan(300);
    await drawer.getByRole("button", { name: "Test", exact: true }).click();
    await expect(found.getByRole("listitem").filter({ hasText: "Keys" })).toContainText(
      "They open the account.",
    );
  } finally {
    await stripe.stop();
  }
});
