import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { FakeWooCommerce, wooRequest } from "../support/fake-woocommerce";
import { makeMerchant, type Merchant, send, signIn } from "../support/merchant";
import { visit } from "../support/page";
import { connectShop } from "../support/shop";
import { read } from "../support/usage";

const place = ({ slug }: Merchant, screen: string) => `/m/${slug}/usage/billing/commerce/${screen}`;

/** The shop tells Tollgate of an order as it now is, as each of its webhooks for the topic would. */
async function tell(request: APIRequestContext, shop: FakeWooCommerce, payload: unknown) {
  const hook = shop.webhooks.find(({ topic }) => topic === "order.updated");
  if (!hook) throw new Error("The shop has no webhook for orders.");
  const { body, headers } = wooRequest("order.updated", payload, hook.secret);
  const answer = await request.post(hook.delivery_url, { data: Buffer.from(body), headers });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
}

/** Waits until the order is worked on, which happens in the background. */
async function expectState(
  request: APIRequestContext,
  merchant: Merchant,
  [number, state]: [string, string],
) {
  const found = async () => (await read(request, merchant, `/purchases?search=${number}`)).data[0]?.state;
  await expect.poll(found).toBe(state);
}

function rowOf(page: Page, number: string) {
  return page.getByRole("table", { name: "Purchases" }).getByRole("row").filter({ hasText: number });
}

test("a shop is connected by one click, sells a package, and a rehearsed refund takes the credits back", async ({
  page,
  request,
}) => {
  const shop = await new FakeWooCommerce().start();
  try {
    const merchant = await makeMerchant();
    await send(request, merchant, ["/packages", { name: "100 credits", credits: "100", wooProduct: "7" }]);
    await signIn(page, merchant, place(merchant, "connections"));
    await expect(page.getByRole("heading", { name: "No shop is connected" })).toBeVisible();
    await page.getByRole("link", { name: "Connect WooCommerce" }).click();
    const drawer = page.getByRole("dialog", { name: "Connect WooCommerce" });
    await drawer.getByLabel("Shop address").fill(shop.url);
    await drawer.getByLabel("Name").fill("Main shop");
    await expectAccessible(page);
    await drawer.getByRole("button", { name: "Continue at your shop" }).click();
    await page.getByRole("link", { name: "Approve" }).click();
    await expect(page.getByText("The shop let Tollgate in.")).toBeVisible();
    await expect(page.getByRole("table", { name: "Connections" })).toContainText("Main shop");
    expect(shop.webhooks.map(({ topic }) => topic)).toContain("order.updated");

    const order = shop.order();
    await tell(request, shop, shop.payload(order));
    await expectState(request, merchant, [order.number, "granted"]);
    await visit(page, place(merchant, "purchases"));
    const row = rowOf(page, order.number);
    await expect(row).toContainText("Granted");
    await row.getByRole("link").first().click();
    const purchase = page.getByRole("dialog", { name: "Purchase" });
    await purchase.getByRole("button", { name: "Rehearse" }).click();
    await expect(purchase.getByText("Credits taken back")).toBeVisible();
    await expectAccessible(page);

    shop.refund(order, "10.00");
    await tell(request, shop, shop.payload(order));
    await expectState(request, merchant, [order.number, "refunded"]);
    await visit(page, place(merchant, "purchases"));
    await expect(row).toContainText("Refunded");
    await row.getByRole("link").first().click();
    await expect(purchase.getByText("The refund came as rehearsed")).toBeVisible();

    await visit(page, place(merchant, "deliveries"));
    await page.getByRole("table", { name: "Deliveries" }).getByRole("link").first().click();
    const delivery = page.getByRole("dialog", { name: "Delivery" });
    await expectAccessible(page);
    await delivery.getByRole("button", { name: "Replay" }).click();
    await expect(page.getByText("The delivery is worked on again")).toBeVisible();
  } finally {
    await shop.stop();
  }
});

test("a guest's order waits on top until it is assigned to a customer @phone", async ({ page, request }) => {
  const shop = await new FakeWooCommerce().start();
  try {
    const merchant = await makeMerchant();
    await send(request, merchant, ["/packages", { name: "100 credits", credits: "100", wooProduct: "7" }]);
    await send(request, merchant, ["/customers/77/credits", { id: "g", amount: "1", reason: "Welcome" }]);
    const id = await connectShop(request, merchant, shop);
    await send(request, merchant, [`/connections/${id}/webhooks`, {}]);
    const order = shop.order({ customerId: 0 });
    await tell(request, shop, shop.payload(order));

    await expectState(request, merchant, [order.number, "waiting"]);
    await signIn(page, merchant, place(merchant, "purchases"));
    await expect(rowOf(page, order.number)).toContainText("Waiting");
    await page
      .getByRole("list", { name: "Waiting for their buyer" })
      .getByRole("button", { name: "Assign to customer" })
      .click();
    const dialog = page.getByRole("dialog", { name: `Whose is ${order.number}?` });
    await dialog.getByRole("combobox", { name: "Customer" }).fill("77");
    await page.getByRole("option", { name: "77" }).click();
    await dialog.getByRole("button", { name: "Assign" }).click();
    await expect(rowOf(page, order.number)).toContainText("Granted");
    await expectAccessible(page);
  } finally {
    await shop.stop();
  }
});
