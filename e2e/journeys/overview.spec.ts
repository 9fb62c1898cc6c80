import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn } from "../support/merchant";
import { CHAT_RULE, recordChat } from "../support/usage";

test("a new merchant is led to the first request, which ticks itself off @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}`);
  const steps = page.getByRole("list").filter({ hasText: "Make an API key" }).getByRole("listitem");
  await expect(page.getByText("1 of 5 done")).toBeVisible();
  await expect(steps.nth(1)).toContainText("curl");
  await expectAccessible(page);

  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await recordChat(request, merchant, ["r-1", { question: "Hello?" }]);

  await expect(page.getByText("3 of 5 done")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing needs you" })).toBeVisible();
});

test("a busy merchant sees what it costs and what needs somebody, with the way there", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await send(request, merchant, ["/quotas", { audience: "customer", limit: "2", period: "daily" }]);
  await recordChat(request, merchant, ["r-1", { question: "One?" }]);
  const dream = { operation: "dream", model: "unheard-of", customer: "43" };
  await recordChat(request, merchant, ["r-2", { question: "Two?", over: dream }]);

  await signIn(page, merchant, `/m/${merchant.slug}`);
  const card = (name: string) => page.getByRole("group", { name, exact: true });
  await expect(card("Requests, last hour")).toContainText("2");
  await expect(card("Tokens in 7 days")).toContainText("2,200");
  await expect(card("Failure rate today")).toContainText("0%");
  await expectAccessible(page);

  await expect(page.getByText("unheard-of: your policy for unpriced usage")).toBeVisible();
  await page.getByRole("link", { name: /near a limit or at it/ }).click();
  await expect(page).toHaveURL(/limits\?quota=/);
  await expect(page.getByRole("dialog").getByText("at the limit")).toBeVisible();
});
