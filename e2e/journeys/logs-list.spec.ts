import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, type Merchant, send, signIn } from "../support/merchant";
import { logsOf, reload } from "../support/page";
import { CHAT_RULE, read, recordChat } from "../support/usage";

/** Four conversations that differ in everything one can filter by. */
async function fill(request: Parameters<typeof send>[0], merchant: Merchant): Promise<void> {
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await send(request, merchant, [
    "/customers/42/credits",
    { id: "w", amount: "3", category: "paid", reason: "Gift" },
  ]);
  await recordChat(request, merchant, ["r-1", { question: "Where is my walnut table?" }]);
  await recordChat(request, merchant, [
    "r-2",
    {
      question: "Write about oak",
      over: {
        module: "content_writer",
        bot: null,
        model: "claude-sonnet-4",
        provider: "anthropic",
        evidence: "estimated",
      },
      answerOver: { error: "The provider was overloaded." },
    },
  ]);
  await recordChat(request, merchant, [
    "r-3",
    {
      question: "Do you ship to Norway?",
      over: { customer: undefined, guest: { session: "s-1", ip: "203.0.113.9" }, store: "app" },
    },
  ]);
  await recordChat(request, merchant, [
    "r-4",
    { question: "Paint a table", over: { operation: "paint", module: "studio" } },
  ]);
}

/** The list of a merchant with those four, and what one does with its filters. */
async function openFilters(page: Page, merchant: Merchant) {
  await signIn(page, merchant);
  const logs = logsOf(page);
  await expect(logs.rows).toHaveCount(4);
  return {
    logs,
    only: async (text: string) => {
      await expect(logs.rows).toHaveCount(1);
      await expect(logs.row(text)).toBeVisible();
    },
    clear: async () => {
      await page.getByRole("link", { name: "Clear", exact: true }).click();
      await expect(logs.rows).toHaveCount(4);
    },
    choose: async (label: string, option: string) => {
      await page.getByRole("button", { name: label, exact: true }).click();
      await page.getByRole("option", { name: option, exact: true }).click();
    },
    more: async (item: string, option?: string) => {
      await page.getByRole("button", { name: "More", exact: true }).click();
      await page.getByRole("menuitem", { name: item, exact: true }).click();
      if (option) await page.getByRole("option", { name: option, exact: true }).click();
    },
  };
}

test("filters narrow the list, say what they do, and are taken away again", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await fill(request, merchant);
  const { logs, only, clear, choose } = await openFilters(page, merchant);
  await expect(page.getByText("4 logs", { exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Failed", exact: true }).click();
  await only("Write about oak");
  await page.getByRole("link", { name: "Remove filter Failed" }).click();
  await expect(logs.rows).toHaveCount(4);

  await choose("Module", "Content writer");
  await only("Write about oak");
  await reload(page);
  await only("Write about oak");
  await clear();
  await choose("Bot", "No bot");
  await only("Write about oak");
  await clear();
  await choose("Model", "claude-sonnet-4");
  await only("Write about oak");
  await clear();

  await page.getByRole("button", { name: "Customer", exact: true }).click();
  await page.getByRole("textbox", { name: "Customer is" }).fill("42");
  await page.getByRole("option", { name: "42" }).click();
  await expect(logs.rows).toHaveCount(3);
  await expectAccessible(page);
});

test("seldom filters are under More", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await fill(request, merchant);
  const { only, clear, more } = await openFilters(page, merchant);
  await more("Guests");
  await only("Norway");
  await clear();
  await more("Unpriced");
  await only("Paint a table");
  await clear();
  await more("Store", "app");
  await only("Norway");
  await clear();
  await more("Provider", "anthropic");
  await only("Write about oak");
  await clear();
  await more("Evidence", "Estimated");
  await only("Write about oak");
  await clear();
  await more("Overdraft");
  await expect(page).toHaveURL(/refused=true/);
});

test("days are chosen by name and by date", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await recordChat(request, merchant, ["r-1", { question: "Where is my walnut table?" }]);
  await signIn(page, merchant);
  const logs = logsOf(page);
  await page.getByRole("link", { name: "7 days" }).click();
  await expect(page).toHaveURL(/range=7d/);
  await expect(logs.rows).toHaveCount(1);

  await page.getByRole("button", { name: "Days", exact: true }).click();
  await page.getByLabel("To, included").fill("2020-01-01");
  await page.getByRole("button", { name: "Show these days" }).click();
  await expect(page).toHaveURL(/to=2020-01-01/);
  await expect(page.getByRole("heading", { name: "No logs match" })).toBeVisible();
  await page.getByRole("link", { name: "Remove the days" }).click();
  await expect(logs.rows).toHaveCount(1);
});

test("search highlights what it found, and sorting is the database's", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await fill(request, merchant);
  await signIn(page, merchant);
  const logs = logsOf(page);
  await expect(logs.rows).toHaveCount(4);

  await page.keyboard.press("/");
  await page.keyboard.type("walnut");
  await expect(logs.rows).toHaveCount(1);
  await expect(logs.table.locator("mark")).toHaveText("walnut");
  await page.getByRole("link", { name: "Clear", exact: true }).click();
  await expect(logs.rows).toHaveCount(4);

  await logs.table.getByRole("link", { name: "Credits" }).click();
  await expect(page).toHaveURL(/sort=cost/);
  const { data } = await read(request, merchant, "/logs?sort=cost");
  const shown = async () =>
    (await logs.rows.locator("td:last-child").allTextContents()).map((text) => text.replaceAll(",", ""));
  await expect.poll(shown).toEqual(data.map((log: { cost: string }) => log.cost));
});

test("columns and density are kept, and there from the first paint", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await recordChat(request, merchant, ["r-1", { question: "Where is my walnut table?" }]);
  await signIn(page, merchant);
  const logs = logsOf(page);
  await expect(logs.headers.filter({ hasText: "Evidence" })).toHaveCount(0);

  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Evidence" }).click();
  await page.getByRole("menuitemradio", { name: "Compact" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(logs.headers.filter({ hasText: "Evidence" })).toBeVisible();

  const answer = await page.request.get(page.url());
  expect(await answer.text()).toContain('data-density="compact"');
  await reload(page);
  await expect(logs.headers.filter({ hasText: "Evidence" })).toBeVisible();
  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("menuitem", { name: "As usual" }).click();
  await expect(logs.headers.filter({ hasText: "Evidence" })).toHaveCount(0);
});

test("rows are selected one by one, in a span, and the whole page", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await fill(request, merchant);
  await signIn(page, merchant);
  const boxes = page.getByRole("checkbox", { name: "Select this row" });
  const bar = page.getByRole("region", { name: "Selected rows" });
  await boxes.nth(0).click();
  await expect(bar).toContainText("1 selected");
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  await expect(bar).toContainText("3 selected");
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: "Select this page" }).click();
  await expect(bar).toContainText("4 selected");
  await bar.getByRole("button", { name: "Select none" }).click();
  await expect(bar).toBeHidden();

  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(bar).toContainText("1 selected");
});

test("a view is saved, opened, renamed and deleted", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await fill(request, merchant);
  const { logs, only } = await openFilters(page, merchant);
  await page.getByRole("link", { name: "Failed", exact: true }).click();
  await only("Write about oak");
  await page.getByRole("button", { name: "Saved" }).click();
  await page.getByRole("menuitem", { name: "Save this view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByLabel("Name").fill("Failures");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save view" }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole("link", { name: "Remove filter Failed" }).click();
  await expect(logs.rows).toHaveCount(4);
  await page.getByRole("button", { name: "Saved" }).click();
  await page.getByRole("menuitem", { name: "Failures", exact: true }).click();
  await only("Write about oak");

  await page.getByRole("button", { name: "Failures" }).click();
  await page.getByRole("menuitem", { name: /^Rename/ }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("What failed");
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("button", { name: "What failed" }).click();
  await page.getByRole("menuitem", { name: /^Delete/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete view" }).click();
  await expect(page.getByRole("button", { name: "Saved" })).toBeVisible();
});
