import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn } from "../support/merchant";
import { visit } from "../support/page";
import { CHAT_RULE, read, recordChat } from "../support/usage";

test("one customer: grant, take away, reset, release and freeze, each seen at once", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await send(request, merchant, ["/quotas", { audience: "customer", limit: "50", period: "monthly" }]);
  await recordChat(request, merchant, ["first", { question: "Hello?" }]);
  await send(request, merchant, ["/customers/42/credits", { id: "g", amount: "10", reason: "Welcome" }]);
  await send(request, merchant, [
    "/authorize",
    {
      ...{
        id: "stuck",
        customer: "42",
        module: "chatbot",
        operation: "chat",
        provider: "openai",
        model: "gpt-4o",
      },
      estimate: { inputTokens: 800, outputTokens: 300 },
    },
  ]);
  await signIn(page, merchant, `/m/${merchant.slug}/usage/billing/balances`);
  await visit(page, `/m/${merchant.slug}/usage/billing/balances?customer=42`);
  const drawer = page.getByRole("dialog", { name: "Customer" });
  const fact = (name: string) => drawer.locator(".tg-fact").filter({ hasText: name }).locator("dd");
  await expect(fact("Available")).toHaveText("8");
  await expectAccessible(page);

  await drawer.getByRole("region", { name: "Open holds" }).getByRole("button", { name: "Release" }).click();
  await page
    .getByRole("dialog", { name: "Release this hold?" })
    .getByRole("button", { name: "Release" })
    .click();
  await expect(fact("Available")).toHaveText("10");

  await drawer.getByRole("button", { name: "Grant credits" }).click();
  const grant = page.getByRole("dialog", { name: "Grant credits to Ada Reader" });
  await grant.getByLabel("Amount, in credits").fill("25.5");
  await grant.getByLabel("Reason (optional)").fill("Thanks");
  await grant.getByLabel("Expires (optional)").fill("2030-01-31");
  await grant.getByRole("button", { name: "Grant credits" }).click();
  await expect(fact("Available")).toHaveText("35.5");
  await expect(drawer.getByRole("table", { name: "Lots" })).toContainText("31 Jan 2030");

  await drawer.getByRole("button", { name: "Take away" }).click();
  const take = page.getByRole("dialog", { name: "Take credits from Ada Reader" });
  await take.getByLabel("Amount, in credits").fill("100");
  await take.getByRole("button", { name: "Take away" }).click();
  await expect(page.getByText("Only 35.5 credits are available.")).toBeVisible();
  await take.getByLabel("Amount, in credits").fill("5.5");
  await take.getByRole("button", { name: "Take away" }).click();
  await expect(fact("Available")).toHaveText("30");

  const scopes = drawer.getByRole("region", { name: "Usage of this period" });
  await expect(scopes).toContainText("2 / 50");
  await scopes.getByRole("button", { name: "Reset: Everywhere" }).click();
  await page
    .getByRole("dialog", { name: /Reset usage in/ })
    .getByRole("button", { name: "Reset usage" })
    .click();
  await expect(scopes).toContainText("0 / 50");
  await expect(fact("Available")).toHaveText("30");

  await drawer.getByRole("button", { name: "Freeze" }).click();
  const freeze = page.getByRole("dialog", { name: "Freeze this balance?" });
  await freeze.getByLabel("Reason (optional)").fill("Chargeback");
  await freeze.getByRole("button", { name: "Freeze" }).click();
  await expect(fact("Available")).toHaveText("0");
  await expect(drawer).toContainText("Chargeback");
  expect(await read(request, merchant, "/customers/42/balance")).toMatchObject({ frozen: true, total: "30" });
  await drawer.getByRole("button", { name: "Unfreeze" }).click();
  await page
    .getByRole("dialog", { name: "Set this balance free?" })
    .getByRole("button", { name: "Unfreeze" })
    .click();
  await expect(fact("Available")).toHaveText("30");
});

test("a list grants to many once it is previewed and its number typed", async ({ page, request }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/usage/billing/balances`);
  const dialog = page.getByRole("dialog", { name: "Grant credits to many" });
  await page.getByRole("button", { name: "Bulk grant…" }).click();
  await dialog.getByLabel("Or paste the lines").fill("customer,amount\n42,100\n43,-1\n44,2.5\n");
  await dialog.getByRole("button", { name: "Preview" }).click();

  await expect(dialog.getByText("2 grants to 2 customers")).toBeVisible();
  await expect(dialog.getByText("1 row will be left out")).toBeVisible();
  await expectAccessible(page);
  await expect(dialog.getByRole("button", { name: "Book 2 grants" })).toBeDisabled();
  await dialog.getByLabel("Type 2 to confirm").fill("2");
  await dialog.getByRole("button", { name: "Book 2 grants" }).click();
  await expect(dialog.getByText("2 grants booked, 1 row left out")).toBeVisible({ timeout: 30_000 });

  expect((await read(request, merchant, "/customers/44/balance")).total).toBe("2.5");
});
