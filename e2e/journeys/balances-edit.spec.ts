import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, type Merchant, send, signIn } from "../support/merchant";
import { visit } from "../support/page";
import { CHAT_RULE, read, recordChat } from "../support/usage";

const pathOf = ({ slug }: Merchant) => `/m/${slug}/usage/billing/balances`;
const edit = (page: Page) => page.getByRole("button", { name: /^Change the balance of Ada Reader/ });
const field = (page: Page) => page.getByRole("textbox", { name: "Balance of Ada Reader" });

/** A merchant whose customer 42, Ada Reader, holds 98 credits. */
async function withAda(request: APIRequestContext): Promise<Merchant> {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await send(request, merchant, ["/customers/42/credits", { id: "g", amount: "100", reason: "Welcome" }]);
  await recordChat(request, merchant, ["first", { question: "Hello?" }]);
  return merchant;
}

async function open(page: Page): Promise<void> {
  await edit(page).click();
  await expect(field(page)).toBeFocused();
}

test("a balance is changed where it stands: Enter and leaving save, Escape does not, the difference is booked", async ({
  page,
  request,
}) => {
  const merchant = await withAda(request);
  await signIn(page, merchant, pathOf(merchant));
  await expect(edit(page)).toHaveText("98");

  await open(page);
  await field(page).fill("500");
  await page.keyboard.press("Escape");
  await expect(edit(page)).toHaveText("98");

  await open(page);
  await field(page).fill("150.5");
  await page.getByRole("textbox", { name: "Reason (optional)" }).fill("Goodwill");
  await page.keyboard.press("Enter");
  await expect(page.getByText("+52.5 booked for Ada Reader")).toBeVisible();
  await expect(edit(page)).toHaveText("150.5");

  await open(page);
  await field(page).fill("20");
  await page.getByRole("heading", { name: "Balances" }).click();
  await expect(page.getByText("−130.5 booked for Ada Reader")).toBeVisible();

  await open(page);
  for (const none of ["twelve", "12,5"]) {
    await field(page).fill(none);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Write an amount such as 120")).toBeVisible();
    await expect(field(page)).toHaveValue(none);
  }
  await page.keyboard.press("Escape");

  const { data } = await read(request, merchant, "/customers/42/ledger?type=adjustment");
  expect(data.map((entry: { delta: string; note: string | null }) => [entry.delta, entry.note])).toEqual([
    ["-130.5", null],
    ["52.5", "Goodwill"],
  ]);
});

test("a balance that changed since it was looked at asks, and shows both values", async ({
  page,
  request,
}) => {
  const merchant = await withAda(request);
  await signIn(page, merchant, pathOf(merchant));
  const other = await page.context().newPage();
  await other.goto(pathOf(merchant));
  await expect(edit(other)).toHaveText("98");

  await open(page);
  await field(page).fill("120");
  await page.keyboard.press("Enter");
  await expect(page.getByText("+22 booked for Ada Reader")).toBeVisible();
  await open(other);
  await field(other).fill("200");
  await other.keyboard.press("Enter");

  const dialog = other.getByRole("dialog", { name: "The balance changed meanwhile" });
  await expect(dialog).toContainText("You saw98");
  await expect(dialog).toContainText("It is now120");
  await expectAccessible(other);
  await dialog.getByRole("button", { name: "Set to 200 (+80)" }).click();
  await expect(other.getByText("+80 booked for Ada Reader")).toBeVisible();
  await expect(edit(other)).toHaveText("200");
  expect((await read(request, merchant, "/customers/42/balance")).total).toBe("200");
});

test("customers are searched, sorted and marked, on a phone too @phone", async ({ page, request }) => {
  const merchant = await withAda(request);
  await send(request, merchant, ["/customers/rich/credits", { id: "r", amount: "900", reason: "" }]);
  await send(request, merchant, ["/customers/rich/freeze", { reason: "Review" }]);
  await signIn(page, merchant, pathOf(merchant));
  const table = page.getByRole("table", { name: "Balances" });
  await expect(table.locator("tbody tr")).toHaveCount(2);
  await expect(table.locator("tbody tr", { hasText: "rich" })).toContainText("Frozen");
  await expectAccessible(page);

  await visit(page, `${pathOf(merchant)}?sort=-balance`);
  await expect(table.locator("tbody tr").first()).toContainText("rich");
  await visit(page, `${pathOf(merchant)}?search=reader`);
  await expect(table.locator("tbody tr")).toHaveCount(1);
  await visit(page, `${pathOf(merchant)}?state=frozen`);
  await expect(table.locator("tbody tr")).toHaveCount(1);
  await visit(page, `${pathOf(merchant)}?search=nobody`);
  await expect(page.getByText("No customer matches")).toBeVisible();
});
