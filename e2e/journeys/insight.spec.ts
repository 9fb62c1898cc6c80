import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn } from "../support/merchant";
import { logsOf, visit } from "../support/page";
import { CHAT_RULE, read, recordChat } from "../support/usage";

test("the figures are the ledger's, and every mark leads to the logs behind it @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await recordChat(request, merchant, ["r-1", { question: "Where is my walnut table?" }]);
  await recordChat(request, merchant, [
    "r-2",
    {
      question: "And the oak one?",
      over: { bot: null, module: "assistant", usage: { inputTokens: 4000, outputTokens: 1000 } },
      answerOver: { error: "The provider was overloaded." },
    },
  ]);
  await recordChat(request, merchant, [
    "r-3",
    { question: "Norway?", over: { customer: undefined, guest: { session: "s-1", ip: "203.0.113.9" } } },
  ]);
  await send(request, merchant, ["/quotas", { audience: "guest", limit: "1", period: "daily" }]);
  const refused = await request.post("/api/v1/authorize", {
    headers: { authorization: `Bearer ${merchant.apiKey}` },
    data: {
      id: "r-4",
      guest: { session: "s-2" },
      module: "chatbot",
      operation: "chat",
      provider: "openai",
      model: "gpt-4o",
      estimate: { inputTokens: 800, outputTokens: 300 },
    },
  });
  expect(refused.status()).toBe(429);
  const { data } = await read(request, merchant, "/ledger");
  const cost = data.reduce(
    (sum: number, entry: { references: { cost: string } }) => sum + Number(entry.references.cost),
    0,
  );

  const home = `/m/${merchant.slug}/usage/insight`;
  await signIn(page, merchant, home);
  const card = (name: string) => page.getByRole("group", { name, exact: true });
  await expect(card("Requests")).toContainText("3");
  await expect(card("Credits")).toContainText(String(cost));
  await expect(card("Tokens")).toContainText("7,200");
  await expect(card("Customers")).toContainText("1");
  await expect(card("Failure rate")).toContainText("33.3%");
  await expect(card("Refused")).toContainText("1");
  await expectAccessible(page);

  await card("Credits").getByRole("link", { name: "Credits" }).click();
  const days = page.getByRole("region", { name: "Credits per day" });
  await days.getByRole("button", { name: "View as table" }).click();
  await expect(days.getByRole("table").getByRole("row").nth(1)).toContainText(String(cost));

  const parts = page.getByRole("region", { name: /^Credits by/ });
  await expect(parts.getByRole("listitem").first()).toContainText("60%");
  await parts.getByRole("button", { name: "View as table" }).click();
  await expect(parts.getByRole("row")).toHaveCount(3);
  await parts.getByRole("button", { name: "View as table" }).click();

  await page.getByRole("link", { name: "Customer", exact: true }).click();
  await page
    .getByRole("region", { name: "Credits by customer" })
    .getByRole("link", { name: /Ada Reader/ })
    .click();
  await expect(page).toHaveURL(/customer=42/);
  await expect(logsOf(page).rows).toHaveCount(2);

  await visit(page, `${home}?figure=failures&by=customer`);
  const rates = page.getByRole("region", { name: "Failure rate by customer" });
  await expect(rates.getByRole("link", { name: /Ada Reader/ })).toContainText("50%1 of 2");
  const rateDays = page.getByRole("region", { name: "Failure rate per day" });
  await rateDays.getByRole("button", { name: "View as table" }).click();
  await expect(rateDays.getByRole("row").nth(1)).toContainText("33.3%");
  await expectAccessible(page);

  await card("Refused").getByRole("link", { name: "Refused" }).click();
  const refusals = page.getByRole("region", { name: "Refused requests per day" });
  await expect(refusals.getByRole("row").nth(0)).toContainText("Guest quota used up");
  await expect(refusals.getByRole("row").nth(1)).toContainText("1");
  await card("Customers").getByRole("link", { name: "Customers" }).click();
  await expect(page.getByRole("region", { name: "Customers per day" }).getByRole("row").nth(1)).toContainText(
    "1",
  );

  await visit(page, home);
  await page.getByRole("link", { name: /: 3 requests$/ }).click();
  await expect(page).toHaveURL(/from=.*to=/);
  await expect(logsOf(page).rows).toHaveCount(3);

  await visit(page, home);
  const dearest = page.getByRole("table", { name: "Most expensive requests" });
  await dearest.getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByRole("dialog").getByText("And the oak one?")).toBeVisible();
});

test("with nothing to show it says so", async ({ page }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/usage/insight`);
  await expect(page.getByText("Nothing ran in these days.").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "No request cost anything in these days" })).toBeVisible();
  await expectAccessible(page);
});
