import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn } from "../support/merchant";
import { logsOf, visit } from "../support/page";
import { CHAT_RULE, read, recordChat } from "../support/usage";

test("logs that match are deleted once their number is typed; what they cost stays @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  for (const word of ["one", "two", "three"]) {
    await recordChat(request, merchant, [
      word,
      { question: `Question ${word}`, over: { bot: `bot-${word}` } },
    ]);
  }
  const before = await read(request, merchant, "/activity?range=7d");
  await signIn(page, merchant);
  await visit(page, `/m/${merchant.slug}/usage/logs?bot=bot-one`);

  await page.getByRole("button", { name: /^Actions/ }).click();
  await page.getByRole("menuitem", { name: "Delete logs…" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete logs" });
  await expect(dialog.getByText("1 log will be deleted")).toBeVisible();
  await expect(dialog.getByText("Bot: bot-one")).toBeVisible();
  await expectAccessible(page);
  const remove = dialog.getByRole("button", { name: "Delete 1 log" });
  await expect(remove).toBeDisabled();
  await dialog.getByLabel("Type 1 to confirm").fill("3");
  await expect(remove).toBeDisabled();
  await dialog.getByLabel("Type 1 to confirm").fill("1");
  await remove.click();
  await expect(page.getByText("1 log deleted").first()).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();

  await visit(page, `/m/${merchant.slug}/usage/logs`);
  await expect(logsOf(page).row("Question two")).toBeVisible();
  await expect(logsOf(page).row("Question one")).toHaveCount(0);
  expect(await read(request, merchant, "/activity?range=7d")).toEqual(before);
});

test("selected logs are deleted and no others", async ({ page, request }) => {
  const merchant = await makeMerchant();
  for (const word of ["one", "two", "three"]) {
    await recordChat(request, merchant, [word, { question: `Question ${word}` }]);
  }
  await signIn(page, merchant);
  const bar = page.getByRole("region", { name: "Selected rows" });
  for (const [word, count] of [
    ["one", 1],
    ["three", 2],
  ] as const) {
    await logsOf(page).row(`Question ${word}`).getByRole("checkbox").click();
    await expect(bar).toContainText(`${count} selected`);
  }
  await bar.getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete logs" });
  await dialog.getByLabel("Type 2 to confirm").fill("2");
  await dialog.getByRole("button", { name: "Delete 2 logs" }).click();

  await expect(page.getByText("2 logs deleted").first()).toBeVisible();
  await expect(logsOf(page).rows).toHaveCount(1);
  await expect(logsOf(page).row("Question two")).toBeVisible();
});
