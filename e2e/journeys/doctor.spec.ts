import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { FakeWooCommerce } from "../support/fake-woocommerce";
import { makeMerchant, send, signIn } from "../support/merchant";
import { connectShop } from "../support/shop";

test("the grant doctor says that an order never arrived, fetches it, and then all is right @phone", async ({
  page,
  request,
}) => {
  const shop = await new FakeWooCommerce().start();
  try {
    const merchant = await makeMerchant();
    await send(request, merchant, ["/packages", { name: "100 credits", credits: "100", wooProduct: "7" }]);
    await connectShop(request, merchant, shop);
    const { number } = shop.order();

    await signIn(page, merchant, `/m/${merchant.slug}/usage/billing/commerce/doctor`);
    await page.getByLabel("Order number, payment id or e-mail address").fill(number);
    await page.getByRole("button", { name: "Diagnose" }).click();
    await expect(page.getByRole("heading", { name: `Nothing is known of “${number}” here` })).toBeVisible();
    await expect(page.getByText("No delivery about it ever came.")).toBeVisible();
    await expectAccessible(page);

    await page.getByRole("button", { name: "Fetch the order and apply it" }).click();
    await expect(page.getByRole("heading", { name: `Order ${number}` })).toBeVisible();
    await expect(page.getByText("Its credits were booked.")).toBeVisible();
    await expectAccessible(page);
  } finally {
    await shop.stop();
  }
});
