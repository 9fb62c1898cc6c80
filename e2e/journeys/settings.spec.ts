import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, signIn } from "../support/merchant";
import { reload, visit } from "../support/page";

test("a setting says what it does and what its change will do, and only changes are saved @phone", async ({
  page,
}) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/settings/general`);

  await page.getByRole("radio", { name: "Quota first" }).check();
  await expect(page.getByText("Open holds keep the parts they set aside.")).toBeVisible();
  await page.getByRole("combobox", { name: "Time zone" }).fill("Tokyo");
  await page.getByRole("option", { name: "Asia/Tokyo" }).click();
  await expect(page.getByText("2 changes")).toBeVisible();
  await page.getByRole("button", { name: "Save changes" }).click();

  await expect(page.getByText("Settings saved")).toBeVisible();
  await reload(page);
  await expect(page.getByRole("radio", { name: "Quota first" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "Time zone" })).toHaveValue("Asia/Tokyo");
});

test("a setting that was changed elsewhere shows both values and overwrites nothing", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/settings/general`);
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("Walnut and daughters");
  const patched = await request.patch("/api/v1/settings", {
    headers: { authorization: `Bearer ${merchant.apiKey}` },
    data: { name: "Walnut Ltd", currency: "EUR" },
  });
  expect(patched.status()).toBe(200);

  await page.getByRole("button", { name: "Save changes" }).click();

  await expect(page.getByText("Nothing was saved").first()).toBeVisible();
  const newer = page.getByRole("alert").filter({ hasText: "Walnut Ltd" });
  await expect(newer).toBeVisible();
  await newer.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Settings saved")).toBeVisible();
  await reload(page);
  await expect(name).toHaveValue("Walnut and daughters");
  await expect(page.getByRole("combobox", { name: "Currency" })).toHaveValue("EUR");
});

test("a new slug takes the dashboard with it, and says which addresses break", async ({ page }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/settings/general`);

  await page.getByRole("textbox", { name: "Slug" }).fill(`${merchant.slug}-new`);
  await expect(page.getByText("Bookmarks and shared links with the old word stop working")).toBeVisible();
  await page.getByRole("button", { name: "Save changes" }).click();

  await expect(page).toHaveURL(new RegExp(`/m/${merchant.slug}-new/settings/general$`));
  await expect(page.getByRole("textbox", { name: "Slug" })).toHaveValue(`${merchant.slug}-new`);
});

test("stores, bots and forms are added, renamed and taken out again", async ({ page }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/settings/stores`);

  await page.getByRole("button", { name: "Add store" }).click();
  await page.getByRole("textbox", { name: "Id" }).fill("oslo");
  await page.getByRole("textbox", { name: "Address" }).fill("https://oslo.example.com");
  await page.getByRole("dialog").getByRole("button", { name: "Add store" }).click();
  await page.getByRole("table", { name: "Stores" }).getByRole("link", { name: "oslo" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Shop in Oslo");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog").getByText("Shop in Oslo")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Delete store" }).click();
  await page
    .getByRole("dialog", { name: "Delete “Shop in Oslo”?" })
    .getByRole("button", { name: "Delete store" })
    .click();
  await expect(page.getByText("No stores yet")).toBeVisible();

  await page.getByRole("link", { name: "Modules" }).click();
  await page.getByRole("link", { name: "Bots" }).click();
  await page.getByRole("button", { name: "Add bot" }).click();
  await page.getByRole("textbox", { name: "Id" }).fill("support");
  await page.getByRole("dialog").getByRole("button", { name: "Add bot" }).click();
  await expect(
    page.getByRole("table", { name: "Bots" }).getByRole("link", { name: "support" }),
  ).toBeVisible();
});

test("everything is exported in the background and downloaded when it is ready", async ({ page }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/settings/data`);

  await page.getByRole("button", { name: "Start export" }).click();
  await expect(page.getByText("Ready")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();

  expect((await download).suggestedFilename()).toMatch(/^tollgate-export-\d{4}-\d\d-\d\d\.tar\.gz$/);
});

test("a deletion is typed, waits with a banner on every page, and is taken back", async ({ page }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/settings/data`);

  await page.getByRole("button", { name: "Delete merchant" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Delete merchant" })).toBeDisabled();
  await dialog.getByRole("textbox").fill(merchant.slug);
  await dialog.getByRole("button", { name: "Delete merchant" }).click();

  const banner = page.getByText("This merchant will be deleted on", { exact: false });
  await expect(banner.first()).toBeVisible();
  await visit(page, `/m/${merchant.slug}/settings/members`);
  await page.getByRole("link", { name: "See or take it back" }).click();
  await page.getByRole("button", { name: "Keep this merchant" }).click();
  await expect(page.getByRole("button", { name: "Delete merchant" })).toBeVisible();
  await expect(page.getByRole("link", { name: "See or take it back" })).toBeHidden();
});

test("a person changes name and password, and the old password ends", async ({ page, browser }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/settings/account`);
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, merchant, `/m/${merchant.slug}/settings/account`);

  await page.getByLabel("Name").fill("Wanda Walnut");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText("Name saved")).toBeVisible();
  await page.getByLabel("Current password").fill("not this one");
  await page.getByLabel("New password").fill("another long password");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("is not your password")).toBeVisible();
  await page.getByLabel("Current password").fill(merchant.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed")).toBeVisible();

  await reload(page);
  await expect(page.getByLabel("Name")).toHaveValue("Wanda Walnut");
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await elsewhere.context().close();
});

test("the settings are in nobody's way @phone", async ({ page }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/settings/general`);
  for (const place of ["general", "stores", "modules", "members", "api-keys", "audit", "data", "account"]) {
    await visit(page, `/m/${merchant.slug}/settings/${place}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});
