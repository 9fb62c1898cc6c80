import { type APIRequestContext, expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { linkIn, mailTo } from "../support/mail";
import { makeMerchant, type Merchant, send, signIn } from "../support/merchant";
import { CHAT_RULE, read, recordChat } from "../support/usage";

/** A shop whose customer "42" was given credits and used some. */
async function makeShop(request: APIRequestContext): Promise<Merchant> {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await send(request, merchant, [
    "/quotas",
    { audience: "customer", module: "chatbot", limit: "100", period: "monthly" },
  ]);
  await recordChat(request, merchant, ["r-0", { question: "Hello?" }]);
  await send(request, merchant, ["/customers/42/credits", { id: "g", amount: "500", reason: "Welcome" }]);
  await recordChat(request, merchant, ["r-1", { question: "And?" }]);
  return merchant;
}

async function linkFor(request: APIRequestContext, merchant: Merchant): Promise<string> {
  const { url } = await send(request, merchant, ["/customers/42/portal-links", {}]);
  return new URL(url).pathname + new URL(url).search;
}

test("a customer follows a link, sees figures that are the ledger's, and leaves @phone", async ({
  page,
  request,
}) => {
  const shop = await makeShop(request);
  const link = await linkFor(request, shop);

  await page.goto(link);

  await expect(page).toHaveURL(new RegExp(`/usage/${shop.slug}$`));
  const balance = await read(request, shop, "/customers/42/balance");
  await expect(page.locator("[data-figure=available]")).toHaveText(balance.available);
  const quotas = await read(request, shop, "/customers/42/quotas");
  const used = quotas.data?.[0]?.used ?? quotas[0]?.used;
  await expect(page.getByText(`${used} of 100 credits used`)).toBeVisible();
  await expect(page.locator("[data-figure=used]")).toHaveText("4 credits in 2 requests");
  await expectAccessible(page);

  await page.locator("#requests summary").first().press("Enter");
  await expect(page.getByText("2 credits came from your balance.")).toBeVisible();
  await page.getByText("View as table").click();
  await expect(page.getByRole("columnheader", { name: "Requests" })).toBeVisible();

  await page.getByRole("link", { name: "Show" }).click();
  await expect(page.getByRole("cell", { name: "+500" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /Back/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link was used already" })).toBeVisible();
});

test("the page says everything without JavaScript @phone", async ({ browser, request }) => {
  const shop = await makeShop(request);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();

  await page.goto(await linkFor(request, shop));

  await expect(page.locator("[data-figure=available]")).toHaveText("498");
  await expect(page.getByText("Your credits are non-expiring")).toBeVisible();
  await expect(page.getByRole("img", { name: /Credits used per day/ })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${shop.slug}-statement-\\d{4}-\\d{2}\\.csv$`));
  await page.getByRole("link", { name: "Show" }).click();
  await page.getByLabel("Month").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("Nothing happened in this month.")).toBeVisible();
  await context.close();
});

test("a customer signs in by mail, with one click in between", async ({ page, request }) => {
  const shop = await makeShop(request);
  const email = `ada@${shop.slug}.test`;
  await request.put("/api/v1/customers/42", {
    data: { email },
    headers: { authorization: `Bearer ${shop.apiKey}` },
  });

  await page.goto(`/usage/${shop.slug}`);
  await expectAccessible(page);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Mail me a sign-in link" }).click();
  await expect(page.getByText(`If ${email} belongs to an account here`)).toBeVisible();

  const { pathname, search } = new URL(linkIn(await mailTo(email)));
  await page.goto(pathname + search);
  await page.getByRole("button", { name: "Show my credits" }).click();
  await expect(page.locator("[data-figure=available]")).toHaveText("498");
});

test("an owner sets the page up, sees it change, and looks at it as a customer does", async ({
  page,
  request,
}) => {
  const shop = await makeShop(request);
  const path = `/m/${shop.slug}/usage/billing/commerce/customer-page`;
  await signIn(page, shop, path);
  const preview = page.frameLocator('iframe[title="Preview of the customer page"]');
  await expect(preview.getByRole("heading", { name: "Credits & Usage" })).toBeVisible();

  await page.getByLabel("Title").fill("My credits");
  await expect(preview.getByRole("heading", { name: "My credits" })).toBeVisible();
  await expect(page.getByText('data-title="My credits"')).toBeVisible();
  await page.getByLabel("Your colour").fill("#0a7d3c");
  await expect(page.getByText(/Button text 5\.\d:1/)).toBeVisible();
  await page.getByRole("button", { name: "Save page" }).click();
  await expect(page.getByText("The page was saved")).toBeVisible();
  expect((await read(request, shop, "/portal-settings")).title).toBe("My credits");

  await page.getByLabel("Customer id", { exact: true }).fill("42");
  await page.getByRole("button", { name: "See as this customer" }).click();
  await expect(preview.locator("[data-figure=available]")).toHaveText("498");
  await expect(preview.getByText("you are looking at the page of")).toBeVisible();

  await page.getByRole("button", { name: "Make secret" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Make secret" }).click();
  await expect(page.getByText(/^tgs_/)).toBeVisible();

  await page.getByLabel("Customer to check").fill("42");
  await page.getByRole("button", { name: "Check", exact: true }).click();
  const checks = page.getByRole("list", { name: "A customer sees no usage?" });
  await expect(checks.getByRole("listitem")).toHaveCount(6);
  await expect(checks.getByText("chatbot")).toBeVisible();
  await expectAccessible(page);
});
