import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn } from "../support/merchant";
import { visit } from "../support/page";
import { CHAT_RULE, read, recordChat } from "../support/usage";

const table = (page: Page) => page.getByRole("table", { name: "Pricing rules" });
const drawer = (page: Page, name: string) => page.getByRole("dialog", { name });

async function open(page: Page, slug: string, query = ""): Promise<void> {
  await visit(page, `/m/${slug}/usage/billing/pricing${query}`);
  await expect(page.getByRole("heading", { name: "Pricing", level: 1 })).toBeVisible();
}

test("a rule is made step by step, with its worked example, and prices the next request @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant);
  await open(page, merchant.slug);
  await expect(page.getByText("No pricing rule yet")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "New pricing" }).click();
  const form = drawer(page, "New pricing");
  await form.getByRole("textbox", { name: "Model" }).fill("gpt-4o");
  await page
    .getByRole("option", { name: /^gpt-4o ?openai/ })
    .first()
    .click();
  await expect(form.getByRole("combobox", { name: "Provider" })).toHaveValue("openai");
  await expect(form.getByRole("region", { name: "Worked example" })).toContainText("2 credits");
  await expect(form.getByRole("region", { name: "Worked example" })).toContainText("1.4");
  await form.getByRole("textbox", { name: "Input", exact: true }).fill("2");
  await expect(form.getByRole("region", { name: "Worked example" })).toContainText("2.2");
  await form.getByLabel("Why").fill("Opening price");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Save rule" }).click();

  await expect(page.getByText("Rule saved").first()).toBeVisible();
  await expect(form).toBeHidden();
  await expect(table(page).getByRole("row").filter({ hasText: "gpt-4o" })).toContainText("Chatbot · Chat");
  const charged = await recordChat(request, merchant, ["r-1", { question: "Hello?" }]);
  expect(charged.cost).toBe("3");
});

test("a rule is switched, edited with a reason that its history keeps, and deleted", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  const rule = await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await signIn(page, merchant);
  await open(page, merchant.slug);

  const row = table(page).getByRole("row").filter({ hasText: "Any module · Chat" });
  await row.locator(".mantine-Switch-track").click();
  await expect(page.getByText("Rule switched off")).toBeVisible();
  expect((await read(request, merchant, `/pricing-rules/${rule.id}`)).enabled).toBe(false);

  await row.getByRole("link").click();
  const form = drawer(page, "Pricing rule");
  await form.getByRole("textbox", { name: "Output", exact: true }).fill("3.5");
  await form.getByLabel("Why").fill("The provider raised its price");
  await form.getByRole("switch").click();
  await form.getByRole("button", { name: "Save rule" }).click();
  await expect(row).toContainText("1 in · 3.5 out");

  await row.getByRole("link").click();
  await form.getByRole("tab", { name: "History" }).click();
  const versions = form.getByRole("listitem").filter({ hasText: "Version" });
  await expect(versions.first()).toContainText("The provider raised its price");
  await expect(versions.first()).toContainText("Output 2 → 3.5");
  await expectAccessible(page);

  await form.getByRole("tab", { name: "Rule" }).click();
  await form.getByRole("button", { name: "Delete…" }).click();
  await page
    .getByRole("dialog", { name: "Delete this rule?" })
    .getByRole("button", { name: "Delete rule" })
    .click();
  await expect(page.getByText("No pricing rule yet")).toBeVisible();
});

test("a rule that would tie is refused with the rule it ties with", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", { ...CHAT_RULE, module: "chatbot" }]);
  await signIn(page, merchant);
  await open(page, merchant.slug, "?new=blank");

  const form = drawer(page, "New pricing");
  await form.getByText("Any model", { exact: true }).click();
  await expect(form.getByRole("textbox", { name: "Model" })).toBeHidden();
  await form.getByRole("button", { name: "Save rule" }).click();

  await expect(page.getByText(/for chat in chatbot, any model is for the same requests/)).toBeVisible();
  await expect(form).toBeVisible();
});

test("what ran without a rule is one click from one, which is replayed before it is saved", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  for (const id of ["r-1", "r-2", "r-3"]) await recordChat(request, merchant, [id, { question: id }]);
  await signIn(page, merchant);
  await open(page, merchant.slug);

  const unpriced = page.getByRole("region", { name: "Ran without a rule" });
  await expect(unpriced).toContainText("gpt-4o");
  await expect(unpriced).toContainText("3 requests");
  await unpriced.getByRole("link", { name: "Price it: gpt-4o" }).click();
  const form = drawer(page, "New pricing");
  await expect(form.getByRole("textbox", { name: "Model" })).toHaveValue("gpt-4o");

  const replay = form.getByRole("region", { name: "Replay before you save" });
  await replay.getByRole("button", { name: "Replay" }).click();
  // Three requests of 1,100 tokens at a credit each; the rule makes them 2 credits each.
  await expect(replay.getByRole("row", { name: /All requests/ })).toContainText("3,300");
  await expect(replay.getByRole("row", { name: /All requests/ })).toContainText("−3,294");
  await expect(replay.getByRole("row", { name: /Ada Reader/ })).toContainText("6");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Save rule" }).click();

  await expect(table(page)).toContainText("gpt-4o");
  await expect(unpriced).toBeHidden();
});

test("rules leave as a file and come back changed, with a look before", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await signIn(page, merchant);
  await open(page, merchant.slug);
  const menu = page.getByRole("button", { name: "Import or export" });
  await menu.click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export rules" }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^pricing-rules-.*\.csv$/);

  await menu.click();
  await page.getByRole("menuitem", { name: "Import rules…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import rules" });
  const csv = (outputRate: string) =>
    `operation,method,inputRate,outputRate,unitRate\nchat,per_1k_tokens,1,${outputRate},\nvideo,flat,,,40\n`;
  const choose = async (text: string) => {
    const chooser = page.waitForEvent("filechooser");
    await dialog.getByLabel("CSV file").click();
    await (await chooser).setFiles({ name: "rules.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  };
  await choose(csv("two"));
  await expect(dialog.getByText("1 line wrong")).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^Import/ })).toBeDisabled();
  await choose(csv("5"));
  await expect(dialog.getByText("1 rule to add, 1 to change")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Import 2 changes" }).click();

  await expect(table(page)).toContainText("1 in · 5 out");
  await expect(table(page)).toContainText("40 per request");
});

test("a price can be tried, and each rule says why it did or did not match", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await send(request, merchant, ["/pricing-rules", { ...CHAT_RULE, model: "o3" }]);
  await signIn(page, merchant);
  await open(page, merchant.slug, "?test=1");

  const form = drawer(page, "Test a price");
  await form.getByRole("combobox", { name: "Provider" }).fill("openai");
  await form.getByRole("textbox", { name: "Model" }).fill("gpt-4o");
  await form.getByRole("button", { name: "Show the price" }).click();
  await expect(form.getByText("It would cost")).toContainText("2 credits");
  await expect(form.getByRole("listitem").filter({ hasText: "Prices this request" })).toContainText(
    "Any model",
  );
  await expect(form.getByRole("listitem").filter({ hasText: "For another model" })).toContainText("o3");
  await expectAccessible(page);
});
