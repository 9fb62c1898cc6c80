import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn, signInThroughForm } from "../support/merchant";
import { reload, visit } from "../support/page";
import { CHAT_RULE, recordChat } from "../support/usage";

const HOSTILE = `<script>document.title = "owned"</script> ${"long".repeat(200)} =1+1 \u202etfel 🙂`;

const FIRST = {
  question: "Where is my walnut table?",
  answer: "It left the workshop on Tuesday.",
  answerOver: {
    vectorScores: [{ provider: "pinecone", source: "orders", score: 0.83, preview: "left the workshop" }],
  },
};

test("a first request is charged exactly, shown, explained and found again @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  const credits = {
    id: "welcome",
    amount: "10",
    category: "promotional",
    reason: "Welcome",
  };
  await send(request, merchant, ["/customers/42/credits", credits]);
  await signInThroughForm(page, merchant);
  await expectAccessible(page);

  const receipt = await recordChat(request, merchant, ["r-1", FIRST]);
  expect(receipt).toMatchObject({
    cost: "2",
    rawCost: "1.4",
    balance: { total: "8", held: "0", available: "8" },
  });

  await reload(page);
  const row = page.getByRole("row").filter({ hasText: "Where is my walnut table?" });
  await expect(row).toBeVisible();
  await expectAccessible(page);
  await row.getByRole("link").first().click();
  await expect(page).toHaveURL(/log=/);
  const detail = page.getByRole("dialog");
  await expect(detail.getByText("It left the workshop on Tuesday.")).toBeVisible();
  await detail.getByText("Why").click();
  await expect(detail.getByText("Rounded up to a whole credit")).toBeVisible();
  await expect(detail.getByText("1.4", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(detail).toBeHidden();

  await visit(page, `/m/${merchant.slug}/usage/billing/activity`);
  await expect(page.getByRole("heading", { name: "Activity", level: 1 })).toBeVisible();
  await expect(page.getByText("Balance debited").first()).toBeVisible();
  await expectAccessible(page);
});

test("search finds whole words and nobody else's; hostile text stays text", async ({ page, request }) => {
  const merchant = await makeMerchant();
  const other = await makeMerchant();
  await recordChat(request, merchant, ["r-1", { question: HOSTILE }]);
  await recordChat(request, other, ["r-1", { question: "A secret walnut" }]);
  await signIn(page, merchant);

  await expect(page.getByRole("row").filter({ hasText: "<script>" })).toBeVisible();
  expect(await page.title()).not.toBe("owned");
  await visit(page, `/m/${merchant.slug}/usage/logs?search=walnut`);
  await expect(page.getByRole("row").filter({ hasText: "secret" })).toHaveCount(0);
  await visit(page, `/m/${other.slug}/usage/logs`);
  await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
});

test("the API reference shows every operation to anybody", async ({ page }) => {
  await page.goto("/docs/api");
  await expect(page.getByText("/usage/batch").first()).toBeVisible();
});
