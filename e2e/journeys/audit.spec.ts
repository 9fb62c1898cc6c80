import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn } from "../support/merchant";

test("the trail is filtered, an entry tells before and after, and what is seen is exported", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/stores", { id: "oslo", name: "Shop in Oslo" }]);
  const patched = await request.patch("/api/v1/settings", {
    headers: { authorization: `Bearer ${merchant.apiKey}` },
    data: { timeZone: "Asia/Tokyo" },
  });
  expect(patched.status()).toBe(200);
  await signIn(page, merchant, `/m/${merchant.slug}/settings/audit`);
  const rows = page.getByRole("table", { name: "Audit trail" }).locator("tbody tr");
  await expect(rows).toHaveCount(3);

  await page.getByRole("searchbox", { name: "Search the trail" }).fill("osl");
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText("Store: create");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const lines = readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("oslo");

  await page.getByRole("link", { name: "Clear" }).click();
  await expect(rows).toHaveCount(3);
  await rows.filter({ hasText: "Settings: change" }).getByRole("link").first().click();
  const change = page.getByRole("dialog").getByRole("row").filter({ hasText: "timeZone" });
  await expect(change).toContainText("UTC");
  await expect(change).toContainText("Asia/Tokyo");
  await expectAccessible(page);
});
