import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { FakeWooCommerce } from "../support/fake-woocommerce";
import { makeMerchant, send, signIn } from "../support/merchant";
import { visit } from "../support/page";
import { connectShop } from "../support/shop";
import { read } from "../support/usage";

const path = (slug: string) => `/m/${slug}/usage/billing/commerce/packages`;

test("a package is made, says what it roughly buys, is changed and deleted @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  const rate = { operation: "chat", method: "per_1k_tokens", inputRate: "1", outputRate: "2" };
  await send(request, merchant, ["/pricing-rules", rate]);
  await signIn(page, merchant, path(merchant.slug));
  await expect(page.getByRole("heading", { name: "Nothing is for sale yet" })).toBeVisible();
  await expect(page.getByText("Credits go to a person.")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "New package" }).first().click();
  const drawer = page.getByRole("dialog", { name: "New package" });
  await drawer.getByLabel("Name").fill("1,000 credits");
  await drawer.getByRole("textbox", { name: "Credits" }).fill("0");
  await drawer.getByRole("button", { name: "Create package" }).click();
  await expect(drawer.getByText("Must be a number above 0")).toBeVisible();
  await drawer.getByRole("textbox", { name: "Credits" }).fill("1,000");
  await expect(drawer.getByText("About 333 chat requests")).toBeVisible();
  await expect(drawer.getByText("assuming 1,000 tokens in and 1,000 out")).toBeVisible();
  await drawer.getByRole("textbox", { name: "Price", exact: true }).fill("19.5");
  await drawer.getByLabel("WooCommerce product").fill("101");
  await expectAccessible(page);
  await drawer.getByRole("button", { name: "Create package" }).click();

  const row = page
    .getByRole("table", { name: "Packages" })
    .getByRole("row")
    .filter({ hasText: "1,000 credits" });
  await expect(row).toContainText("On sale");
  await expect(drawer).toBeHidden();

  await page.getByRole("link", { name: "New package" }).first().click();
  await drawer.getByLabel("Name").fill("Twin");
  await drawer.getByRole("textbox", { name: "Credits" }).fill("5");
  await drawer.getByLabel("WooCommerce product").fill("101");
  await drawer.getByRole("button", { name: "Create package" }).click();
  await expect(drawer.getByRole("alert")).toContainText('"1,000 credits" is sold by this product already.');
  await drawer.getByRole("button", { name: "Cancel" }).click();

  await row.getByRole("link").first().click();
  const open = page.getByRole("dialog", { name: "Package" });
  await expect(open.getByRole("textbox", { name: "Price", exact: true })).toHaveValue("19.50");
  await open.getByRole("switch").click();
  await open.getByRole("button", { name: "Save package" }).click();
  await expect(row).toContainText("Off");

  await row.getByRole("link").first().click();
  await open.getByRole("button", { name: "Delete package" }).click();
  await page
    .getByRole("dialog", { name: "Delete “1,000 credits”?" })
    .getByRole("button", { name: "Delete package" })
    .click();
  await expect(page.getByRole("heading", { name: "Nothing is for sale yet" })).toBeVisible();
});

test("what nothing sells is mapped from the purchase that wants it, and is booked with it", async ({
  page,
  request,
}) => {
  const shop = await new FakeWooCommerce().start();
  try {
    const merchant = await makeMerchant();
    const id = await connectShop(request, merchant, shop);
    const { number } = shop.order();
    await send(request, merchant, [`/connections/${id}/orders`, { order: number }]);
    await send(request, merchant, ["/customers/42/credits", { id: "g", amount: "1", reason: "Welcome" }]);
    const { data } = await read(request, merchant, "/purchases");

    await signIn(page, merchant, path(merchant.slug));
    await visit(page, path(merchant.slug).replace("packages", `purchases?purchase=${data[0].id}`));
    const purchase = page.getByRole("dialog", { name: "Purchase" });
    await purchase.getByRole("link", { name: "Map a package" }).click();
    const drawer = page.getByRole("dialog", { name: "New package" });
    await expect(drawer.getByLabel("Name")).toHaveValue("Credits / 100 – pack");
    await expect(drawer.getByLabel("WooCommerce product")).toHaveValue("7");
    await expect(drawer.getByRole("combobox", { name: "Shop or account" })).toHaveValue("Main shop");
    await drawer.getByRole("textbox", { name: "Credits" }).fill("100");
    await drawer.getByRole("button", { name: "Create package" }).click();

    await expect(purchase.getByRole("list", { name: "Ledger" })).toContainText("+100");
    expect((await read(request, merchant, "/customers/42/balance")).total).toBe("101");
  } finally {
    await shop.stop();
  }
});
