import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn } from "../support/merchant";
import { recordChat } from "../support/usage";

test("each condition passes or fails with the reason and the way to fix it @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/troubleshooting`);
  const question = (name: string) => page.getByRole("region", { name });
  await expect(question("Does usage arrive?")).toContainText("Nothing was recorded yet");
  await expect(question("Has everything a price?").getByRole("link", { name: "Pricing" })).toBeVisible();
  await expectAccessible(page);

  await send(request, merchant, ["/pricing-rules", { operation: "chat", method: "flat", unitRate: "3" }]);
  await send(request, merchant, ["/quotas", { audience: "customer", limit: "0" }]);
  const gift = { id: "g-1", amount: "4", category: "paid", reason: "welcome" };
  await send(request, merchant, ["/customers/42/credits", gift]);
  await recordChat(request, merchant, ["r-1", { question: "One?" }]);

  await page.getByRole("combobox", { name: "Customer" }).fill("nobody");
  await page.getByRole("button", { name: "Run checks" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("No customer has the id “nobody”");

  await page.getByRole("combobox", { name: "Customer" }).fill("reader");
  await page.getByRole("option", { name: /Ada Reader/ }).click();
  await expect(page.getByRole("combobox", { name: "Customer" })).toHaveValue("42");
  await page.getByRole("button", { name: "Run checks" }).click();
  await expect(question("Does usage arrive?")).toContainText("All fine");
  const buying = question("Why are they refused after buying?");
  await expect(buying).toContainText("It costs 3 credits, and balance and limits together cover 1.");
  await expect(question("Why is a change of their balance not in Activity?")).toContainText(
    "grant of 4 credits",
  );
  await expectAccessible(page);

  await buying.getByRole("link", { name: "Their limits" }).click();
  await expect(page.getByText("A request of 3 credits would be refused")).toBeVisible();
});
