import { expect, test } from "@playwright/test";
import { makeMerchant, send, signIn } from "../support/merchant";
import { reload } from "../support/page";
import { CHAT_RULE, read, recordChat } from "../support/usage";

test("all balances are proven by one press, with the instant and what was counted; the API knows it too", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await send(request, merchant, ["/pricing-rules", CHAT_RULE]);
  await send(request, merchant, ["/customers/42/credits", { id: "g", amount: "10", reason: "" }]);
  await recordChat(request, merchant, ["first", { question: "Hello?" }]);
  await signIn(page, merchant, `/m/${merchant.slug}/usage/billing/balances`);
  const proof = page.getByRole("region", { name: "Proof" });
  await expect(proof).toContainText("not proven yet");

  await proof.getByRole("button", { name: "Prove it" }).click();
  await expect(proof).toContainText("Every balance adds up: 1 wallet, 2 ledger entries");

  await reload(page);
  await expect(proof).toContainText("Every balance adds up");
  expect(await read(request, merchant, "/verifications/latest")).toMatchObject({
    ok: true,
    wallets: 1,
    entries: 2,
  });
});
