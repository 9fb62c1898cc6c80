import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, signIn } from "../support/merchant";
import { logsOf, reload } from "../support/page";
import { recordChat } from "../support/usage";

const DAY_MILLIS = 86_400_000;

test("retention says what it would delete, when, and how the last run went @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  const occurredAt = new Date(Date.now() - 20 * DAY_MILLIS).toISOString();
  await recordChat(request, merchant, ["old", { question: "An old question", over: { occurredAt } }]);
  await recordChat(request, merchant, ["new", { question: "A new question" }]);
  await signIn(page, merchant);
  await page.getByRole("button", { name: /^Actions/ }).click();
  await page.getByRole("menuitem", { name: "Set retention…" }).click();
  const dialog = page.getByRole("dialog", { name: "Log retention" });
  await expect(dialog.getByText("None: everything is kept")).toBeVisible();
  await expect(dialog.getByText("Never yet")).toBeVisible();

  await dialog.getByLabel("Auto-delete logs").check();
  await dialog.getByRole("combobox", { name: "Delete logs older than" }).click();
  await expect(page.getByRole("option")).toHaveText([
    ...[
      "Never",
      "1 day",
      "3 days",
      "7 days",
      "15 days",
      "30 days",
      "60 days",
      "90 days",
      "6 months",
      "1 year",
    ],
  ]);
  await page.getByRole("option", { name: "15 days" }).click();
  await expect(dialog.getByText("A run now would delete 1 log as a whole.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save retention" }).click();
  await expect(dialog.getByText("Every night at 03:00 (UTC)")).toBeVisible();
  await dialog.getByRole("button", { name: "Delete old logs now" }).click();
  await expect(dialog.getByText("1 log pruned")).toBeVisible();

  await reload(page);
  await expect(logsOf(page).row("A new question")).toBeVisible();
  await expect(logsOf(page).row("An old question")).toHaveCount(0);
  await page.getByRole("button", { name: /^Actions/ }).click();
  await page.getByRole("menuitem", { name: "Set retention…" }).click();
  await expect(dialog.getByText(/1 log and the contents of 0 logs in/)).toBeVisible();
});
