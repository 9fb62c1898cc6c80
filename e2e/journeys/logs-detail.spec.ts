import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn } from "../support/merchant";
import { logsOf } from "../support/page";
import { CHAT_RULE, read, recordChat } from "../support/usage";

const ANSWER = [
  "## The order",
  "It **left** on Tuesday, see [the tracker](https://example.com/t).",
  "![pixel](https://spy.example/pixel.gif)",
  "<script>document.title = 'owned'</script>",
  "| part | state |\n| - | - |\n| top | sent |",
].join("\n\n");

test("a log explains its charge as the ledger has it @phone", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await send(request, merchant, [
    "/quotas",
    { audience: "customer", module: "chatbot", period: "monthly", limit: "50" },
  ]);
  for (const [id, amount] of [
    ["a", "0.5"],
    ["b", "1"],
  ]) {
    await send(request, merchant, [
      "/customers/42/credits",
      { id, amount, category: "paid", reason: "Gift" },
    ]);
  }
  const receipt = await recordChat(request, merchant, ["r-1", { question: "Where is my walnut table?" }]);
  expect(receipt).toMatchObject({ cost: "2", fromBalance: "1.5", fromQuota: "0.5" });
  await signIn(page, merchant);
  await logsOf(page).row("walnut").getByRole("link").first().click();

  const detail = page.getByRole("dialog");
  await detail.getByText("Why").click();
  await expect(detail.getByText("It cost 2 credits, paid by the balance and the quota.")).toBeVisible();
  await expect(detail.getByText("800 input tokens × 1 per 1K")).toBeVisible();
  await expect(detail.getByText("300 output tokens × 2 per 1K")).toBeVisible();

  const { data } = await read(request, merchant, "/ledger");
  const entry = data.find((each: { type: string }) => each.type === "usage");
  const payers = detail.getByRole("table", { name: "Who paid" });
  await expect(payers.getByRole("row").filter({ hasText: "From the balance" })).toContainText(
    entry.delta.replace("-", ""),
  );
  await expect(payers.getByRole("row").filter({ hasText: "Grant, " })).toHaveCount(
    entry.references.lots.length,
  );
  await expect(payers.getByRole("row").filter({ hasText: "Against" })).toContainText(
    entry.references.fromQuota,
  );
  await expect(payers.getByRole("row").filter({ hasText: "0.5 of 50 used" })).toBeVisible();
  await expectAccessible(page);
});

test("what was said is formatted, and nothing in it acts", async ({ page, request }) => {
  const merchant = await makeMerchant();
  const asked: string[] = [];
  page.on("request", (each) => asked.push(each.url()));
  const answerOver = {
    request: { model: "gpt-4o", temperature: 0.4, max_tokens: 600 },
    response: { finish_reason: "stop", data: [{ url: "https://images.example/1.png" }] },
    vectorScores: [
      { provider: "pinecone", source: "kb-main", score: 0.91, preview: "left the workshop" },
      { provider: "qdrant", source: "old-wiki", score: 0.32, preview: "opening hours" },
    ],
  };
  await recordChat(request, merchant, ["r-1", { question: "Where is it?", answer: ANSWER, answerOver }]);
  await signIn(page, merchant);
  await logsOf(page).row("Where is it?").getByRole("link").first().click();
  const detail = page.getByRole("dialog");

  await expect(detail.locator("strong", { hasText: "left" })).toBeVisible();
  await expect(detail.getByRole("cell", { name: "sent" })).toBeVisible();
  await expect(detail.getByText("<script>")).toBeVisible();
  const link = detail.getByRole("link", { name: "the tracker" });
  await expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
  await expect(detail.getByRole("button", { name: /from spy\.example/ })).toBeVisible();
  await expect(detail.getByRole("button", { name: /from images\.example/ })).toBeVisible();

  await detail.getByText("Parameters").click();
  await expect(detail.getByRole("definition").filter({ hasText: "600" })).toBeVisible();
  await detail.getByText("Request payload").click();
  await expect(detail.getByText("temperature:")).toBeVisible();

  await detail.getByRole("button", { name: /Score/ }).click();
  const scores = page.getByRole("dialog", { name: /^Score/ });
  await expect(scores).toContainText("kb-main");
  await expect(scores).toContainText("32%");
  await expect(scores).toContainText("raise the threshold");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(scores).toBeHidden();

  await detail.getByRole("link", { name: "As written" }).click();
  await expect(detail.getByText("## The order")).toBeVisible();
  expect(await page.title()).not.toBe("owned");
  expect(asked.filter((url) => /spy|images\.example/.test(url))).toEqual([]);

  await detail.getByRole("link", { name: "Formatted" }).click();
  await detail.getByRole("button", { name: /from spy\.example/ }).click();
  await expect.poll(() => asked.some((url) => url.includes("spy.example"))).toBe(true);
});

test("next and previous go through the list by key and by button; one log is deleted after asking", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  for (const name of ["first", "second", "third"]) {
    await recordChat(request, merchant, [name, { question: `The ${name} question` }]);
  }
  await signIn(page, merchant);
  const logs = logsOf(page);
  await expect(logs.rows).toHaveCount(3);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  const detail = page.getByRole("dialog", { name: /^Log/ });
  await expect(detail.getByText("The third question")).toBeVisible();
  await page.keyboard.press("j");
  await expect(detail.getByText("The second question")).toBeVisible();
  await detail.getByRole("link", { name: "Next log" }).click();
  await expect(detail.getByText("The first question")).toBeVisible();
  await page.keyboard.press("k");
  await expect(detail.getByText("The second question")).toBeVisible();

  await detail.getByRole("button", { name: "Delete log" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete this log?" });
  await expect(dialog).toContainText("2 messages");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await detail.getByRole("button", { name: "Delete log" }).click();
  await dialog.getByRole("button", { name: "Delete log" }).click();
  await expect(detail).toBeHidden();
  await expect(logs.rows).toHaveCount(2);
  await expect(logs.row("second")).toHaveCount(0);
  const { data } = await read(request, merchant, "/ledger");
  expect(data).toHaveLength(3);
});
