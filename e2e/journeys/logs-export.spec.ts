import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import Papa from "papaparse";
import { makeMerchant, signIn } from "../support/merchant";
import { visit } from "../support/page";
import { recordChat } from "../support/usage";

test("what matches is exported with the columns that were chosen, and formulas are only text @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await recordChat(request, merchant, ["one", { question: '=HYPERLINK("http://evil.test")' }]);
  await recordChat(request, merchant, ["two", { question: "Plain", over: { bot: "other" } }]);
  await signIn(page, merchant);
  await visit(page, `/m/${merchant.slug}/usage/logs?bot=support`);

  await page.getByRole("button", { name: /^Actions/ }).click();
  await page.getByRole("menuitem", { name: "Export logs…" }).click();
  const dialog = page.getByRole("dialog", { name: "Export logs" });
  await expect(dialog.getByText("1 log matches")).toBeVisible();
  await dialog.getByLabel("Credits").check();
  await dialog.getByLabel("Log ID").uncheck();
  await expectAccessible(page);
  const coming = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export 1 log" }).click();
  const download = await coming;

  expect(download.suggestedFilename()).toMatch(/^logs_.*bot-support.*\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  const [header = [], row = [], ...more] = Papa.parse<string[]>(text.slice(1).trimEnd()).data;
  expect(header).toEqual(expect.arrayContaining(["Date", "User", "Preview", "Credits"]));
  expect(header).not.toContain("Log ID");
  expect(row[header.indexOf("Preview")]).toBe(`'=HYPERLINK("http://evil.test")`);
  expect(row[header.indexOf("User")]).toBe("Ada Reader");
  expect(more).toEqual([]);
  await expect(dialog.getByText("1 log exported")).toBeVisible();
});
