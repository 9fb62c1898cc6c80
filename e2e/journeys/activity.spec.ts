import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn } from "../support/merchant";
import { visit } from "../support/page";
import { CHAT_RULE, recordChat } from "../support/usage";

test("activity: cards by the ledger, entries narrowed and explained, and a file of them @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  const path = `/m/${merchant.slug}/usage/billing/activity`;
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await send(request, merchant, ["/customers/42/credits", { id: "g", amount: "10", reason: "=1+1" }]);
  await send(request, merchant, ["/customers/42/credits", { id: "t", amount: "-3", reason: "Mistake" }]);
  await recordChat(request, merchant, ["paid", { question: "Hello?" }]);
  await recordChat(request, merchant, [
    "free",
    { question: "Hi?", over: { customer: { id: "43", name: "Ben Free" }, model: "gpt-4o-mini" } },
  ]);
  await signIn(page, merchant, path);
  const card = (name: string) => page.getByRole("group", { name });
  await expect(card("Credits added")).toContainText("10");
  await expect(card("Balance debited")).toContainText("2");
  await expect(card("Quota-only usage")).toContainText("1 request");
  await expect(card("Ledger entries")).toContainText("4");
  await expect(page.getByText("3 taken away")).toBeVisible();
  await expectAccessible(page);

  const table = page.getByRole("table", { name: "Ledger entries" });
  await visit(page, `${path}?type=adjustment`);
  await expect(table.locator("tbody tr")).toHaveCount(1);
  await visit(page, `${path}?customer=43`);
  await expect(table.locator("tbody tr")).toHaveCount(1);
  await visit(page, `${path}?model=gpt-4o&actor=customer`);
  await expect(table.locator("tbody tr")).toHaveCount(1);

  await table.locator("[data-row-link]").first().click();
  const drawer = page.getByRole("dialog", { name: "Ledger entry" });
  await expect(drawer).toContainText("It cost 2 credits, paid by the balance.");
  await expect(drawer).toContainText("800 input tokens × 1 per 1K");
  await expect(drawer).toContainText("Rounded up to a whole credit");
  await expectAccessible(page);

  await visit(page, path);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export CSV" }).click();
  const exporting = page.getByRole("dialog", { name: "Export the ledger" });
  await expect(exporting).toContainText("4 entries of these days in all");
  await exporting.getByRole("button", { name: "Export 4 entries" }).click();
  await expect(exporting).toContainText("4 entries exported");
  const lines = (await readFile(await (await download).path(), "utf8")).trimEnd().split("\r\n");
  expect(lines).toHaveLength(5);
  expect(lines.at(-1)).toContain("'=1+1");
});
