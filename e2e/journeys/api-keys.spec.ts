import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, signIn } from "../support/merchant";

test("a key is made with just what it needs, shown once, rotated and revoked @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  const statusOf = async (key: string) =>
    (await request.get("/api/v1/settings", { headers: { authorization: `Bearer ${key}` } })).status();
  await signIn(page, merchant, `/m/${merchant.slug}/settings/api-keys`);

  await page.getByRole("button", { name: "Create key" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Night import");
  await page.getByRole("checkbox", { name: "Read everything" }).check();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Create key" }).click();
  const first = (await page.locator(".tg-code code").first().textContent()) ?? "";
  expect(first).toMatch(/^tg_/);
  await expect(page.locator(".tg-code code").nth(1)).toContainText("curl ");
  expect(await statusOf(first)).toBe(200);
  await page.getByRole("button", { name: "I have copied it" }).click();
  await expect(page.getByText(first)).toBeHidden();

  await page.getByRole("table", { name: "API keys" }).getByRole("link", { name: "Night import" }).click();
  await page.getByRole("button", { name: "Rotate key" }).click();
  await page
    .getByRole("dialog", { name: "Rotate “Night import”?" })
    .getByRole("button", { name: "Rotate key" })
    .click();
  await expect(page.getByText("Your new key")).toBeVisible();
  const second = (await page.locator(".tg-code code").first().textContent()) ?? "";
  expect(second).not.toBe(first);
  expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200]);
  await page.getByRole("button", { name: "I have copied it" }).click();

  await page.getByRole("table", { name: "API keys" }).getByRole("link", { name: "Night import" }).click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await page
    .getByRole("dialog", { name: "Revoke “Night import”?" })
    .getByRole("button", { name: "Revoke key" })
    .click();
  await expect(page.getByRole("row").filter({ hasText: "Night import" })).toHaveCount(0);
  expect(await statusOf(second)).toBe(401);
});
