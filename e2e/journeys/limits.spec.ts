import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, type Merchant, send, signIn } from "../support/merchant";
import { confirmed, reload, visit } from "../support/page";
import { read, recordChat } from "../support/usage";

const home = (merchant: Merchant) => `/m/${merchant.slug}/limits`;
const drawer = (page: Page) => page.getByRole("dialog");
const table = (page: Page) => page.getByRole("table", { name: "Limits" });

test("a limit is created, seen at work, changed and deleted @phone", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, home(merchant));
  await expect(page.getByRole("heading", { name: "Nothing is limited yet" })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: "New limit" }).first().click();
  const form = drawer(page);
  await form.getByText("A role", { exact: true }).click();
  await form.getByLabel("Role", { exact: true }).fill("subscriber");
  await page.keyboard.press("Escape");
  await form.getByRole("combobox", { name: "Module" }).click();
  await page.getByRole("option", { name: "Chatbot" }).click();
  await form.getByLabel("Credits in each period").fill("5");
  await expect(form.getByRole("status")).toHaveText(
    "Each customer with the role “subscriber” may use 5 credits a day in Chatbot. The day starts at midnight in UTC.",
  );
  await form.getByRole("button", { name: "Create limit" }).click();
  await expect(drawer(page)).toHaveCount(0);
  await expect(table(page).getByRole("row").nth(1)).toContainText("Role subscriber");

  await send(request, merchant, ["/pricing-rules", { operation: "chat", method: "flat", unitRate: "5" }]);
  await recordChat(request, merchant, ["r-1", { question: "One?" }]);
  await reload(page);
  await table(page).getByRole("link", { name: "Role subscriber" }).click();
  await expect(form.getByRole("list", { name: "Who used most" })).toContainText("Ada Reader");
  await form.getByText("Disabled", { exact: true }).click();
  await expect(form.getByRole("status").first()).toContainText("may use only credits they have bought");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Save limit" }).click();
  await expect(drawer(page)).toHaveCount(0);
  await expect(table(page)).toContainText("Disabled");
  const { data } = await read(request, merchant, "/quotas");
  expect(data).toMatchObject([{ audience: "role", role: "subscriber", module: "chatbot", limit: "0" }]);

  await table(page).getByRole("link", { name: "Role subscriber" }).click();
  await form.getByRole("button", { name: "Delete limit" }).click();
  await confirmed(page, "Delete limit");
  await expect(page.getByRole("heading", { name: "Nothing is limited yet" })).toBeVisible();
});

test("the coming resets and the card a visitor sees follow what is typed", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, home(merchant));
  await page.getByRole("link", { name: "New limit" }).first().click();
  const form = drawer(page);
  const resets = form.getByRole("list", { name: "Next resets" }).getByRole("listitem");
  await expect(resets).toHaveCount(12);
  await form.getByLabel("Credits in each period").fill("not a number");
  await form.getByRole("button", { name: "Create limit" }).click();
  await expect(form.getByText("A number of credits, with up to six decimal places")).toBeVisible();
  await form.getByLabel("Credits in each period").fill("12.5");

  await form.getByRole("combobox", { name: "Starts anew" }).click();
  await page.getByRole("option", { name: "Every month" }).click();
  await form.getByRole("combobox", { name: "On day" }).click();
  await page.getByRole("option", { name: "31" }).click();
  await expect(form.getByRole("status")).toContainText("the 31st, or the last day of a shorter month,");
  await form.getByRole("combobox", { name: "In the time zone" }).fill("Europe/Oslo");
  await page.getByRole("option", { name: "Europe/Oslo" }).click();
  await expect(form.getByRole("status")).toContainText("at midnight in Europe/Oslo");
  await expect(resets.filter({ hasText: "Clocks change" })).not.toHaveCount(0);

  await form.getByLabel("Message").fill("That was it for this month.");
  await form.getByRole("combobox", { name: "First button" }).click();
  await page.getByRole("option", { name: "Another address" }).click();
  await form.getByLabel("Text of the button").fill("See plans");
  await form.getByLabel("Address").fill("https://shop.example.com/plans");
  const card = form.getByRole("figure");
  await expect(card).toContainText("That was it for this month.");
  await expect(card.getByRole("link", { name: "See plans" })).toHaveAttribute(
    "href",
    "https://shop.example.com/plans",
  );
  await form.getByRole("button", { name: "Create limit" }).click();
  await expect(drawer(page)).toHaveCount(0);
  const { data } = await read(request, merchant, "/quotas");
  expect(data).toMatchObject([
    {
      ...{ audience: "guest", limit: "12.5", period: "monthly", anchorDay: 31, timeZone: "Europe/Oslo" },
      message: "That was it for this month.",
      actions: [{ slot: "primary", type: "custom_url", label: "See plans" }],
    },
  ]);
});

test("a limit observes, tells who it would refuse, and is enforced with one click", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", { operation: "chat", method: "flat", unitRate: "1" }]);
  const quota = { audience: "customer", limit: "2", period: "daily", mode: "observe" };
  const { id } = await send(request, merchant, ["/quotas", quota]);
  for (const request_ of ["r-1", "r-2", "r-3", "r-4"]) {
    await recordChat(request, merchant, [request_, { question: "Again?" }]);
  }

  await signIn(page, merchant, home(merchant));
  await expect(table(page)).toContainText("Observing");
  await table(page).getByRole("link", { name: "All customers" }).click();
  const trial = drawer(page).getByRole("table", { name: "What enforcing would have done" });
  await expect(trial.getByRole("row").nth(1)).toContainText(/running\s*1\s*1\s*2\s*2/);
  await expectAccessible(page);
  await drawer(page).getByRole("button", { name: "Enforce it now" }).click();
  await confirmed(page, "Enforce it now");
  await expect(trial).toHaveCount(0);
  expect(await read(request, merchant, `/quotas/${id}`)).toMatchObject({ mode: "enforce", limit: "2" });
});

test("somebody's limits are explained: what counts, what does not and why @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", { operation: "chat", method: "flat", unitRate: "1" }]);
  const low = { audience: "role", role: "subscriber", limit: "1", period: "daily" };
  await send(request, merchant, ["/quotas", low]);
  await send(request, merchant, ["/quotas", { ...low, role: "editor", limit: "4" }]);
  await send(request, merchant, ["/quotas", { audience: "guest", limit: "3" }]);
  const customer = { id: "42", name: "Ada", roles: ["subscriber", "editor"] };
  await recordChat(request, merchant, ["r-1", { question: "One?", over: { customer } }]);

  await signIn(page, merchant, home(merchant));
  await page.getByRole("link", { name: "Check a customer" }).click();
  await page.getByRole("combobox", { name: "Customer", exact: true }).fill("42");
  await page.getByLabel("Cost of a request").fill("4");
  await page.getByRole("button", { name: "Check limits" }).click();
  await expect(page).toHaveURL(/customer=42/);
  await expect(page.getByText("A request of 4 credits would be refused")).toBeVisible();
  const row = (name: string) =>
    page
      .getByRole("table", { name: "Every limit" })
      .getByRole("row")
      .filter({ has: page.getByRole("link", { name, exact: true }) });
  await expect(row("editor")).toContainText("Says no first");
  await expect(row("subscriber")).toContainText("Outranked");
  await expect(row("Guests")).toContainText("For others");
  await expectAccessible(page);

  await visit(page, `${home(merchant)}/explain?customer=nobody`);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("No customer has the id “nobody”");
});

test("a module leads to its limits, and a limit back to its module", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/quotas", { audience: "guest", module: "ai_forms", limit: "3" }]);
  await send(request, merchant, ["/quotas", { audience: "customer", limit: "9" }]);

  await signIn(page, merchant, `/m/${merchant.slug}/settings/modules?entry=chatbot`);
  await drawer(page).getByRole("link", { name: "Its limits" }).click();
  await expect(page.getByRole("heading", { name: "No limit matches" })).toBeVisible();
  await page.getByRole("link", { name: "New limit" }).first().click();
  const form = drawer(page);
  await form.getByLabel("Credits in each period").fill("12");
  await expect(form.getByRole("status")).toContainText("Each guest may use 12 credits a day in Chatbot.");
  await form.getByRole("button", { name: "Create limit" }).click();
  await expect(table(page).locator("tbody tr")).toHaveCount(1);

  await table(page).getByRole("link", { name: "Guests" }).click();
  await expect(form.getByRole("link", { name: "Its prices" })).toHaveAttribute("href", /module=chatbot/);
  await form.getByRole("link", { name: "Chatbot: its settings" }).click();
  await expect(page).toHaveURL(/settings\/modules\?entry=chatbot/);
  await expect(drawer(page).getByRole("heading", { name: "Chatbot" })).toBeVisible();
});
