import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { linkIn, mailTo } from "../support/mail";
import { makeMerchant, signIn } from "../support/merchant";
import { reload, visit } from "../support/page";

test("somebody new is invited by mail, sets a password and comes in with their role", async ({
  page,
  browser,
}) => {
  const merchant = await makeMerchant();
  const email = `mia@${merchant.slug}.test`;
  await signIn(page, merchant, `/m/${merchant.slug}/settings/members`);

  await page.getByRole("button", { name: "Invite member" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("radio", { name: "Support" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByText("Invitation link")).toBeVisible();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("row").filter({ hasText: email })).toContainText("Invited");

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(linkIn(await mailTo(email)));
  await guest.getByLabel("Your name").fill("Mia Maple");
  await guest.getByLabel("Password", { exact: true }).fill("a password of mine");
  await guest.getByRole("button", { name: "Set password and sign in" }).click();
  await expect(guest).toHaveURL(new RegExp(`/m/${merchant.slug}`));
  await guest.goto(`/m/${merchant.slug}/settings/members`);
  await expect(guest.getByRole("table", { name: "Members" })).toBeVisible();
  await expect(guest.getByRole("button", { name: "Invite member" })).toBeHidden();
  await guest.context().close();

  await reload(page);
  await expect(page.getByRole("row").filter({ hasText: "Mia Maple" })).toContainText("Signs in");
});

test("an invitation is sent again, and withdrawn: its link stops working", async ({ page }) => {
  const merchant = await makeMerchant();
  const email = `nia@${merchant.slug}.test`;
  await signIn(page, merchant, `/m/${merchant.slug}/settings/members`);
  await page.getByRole("button", { name: "Invite member" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.getByRole("button", { name: "Done" }).click();

  await page.getByRole("table", { name: "Members" }).getByRole("link", { name: email }).click();
  await page.getByRole("button", { name: "Send again" }).click();
  const mail = await mailTo(email, { count: 2 });
  await page.getByRole("button", { name: "Withdraw invitation" }).click();
  await page
    .getByRole("dialog", { name: `Remove ${email}?` })
    .getByRole("button", { name: "Withdraw invitation" })
    .click();

  await expect(page.getByRole("row").filter({ hasText: email })).toHaveCount(0);
  await visit(page, linkIn(mail));
  await expect(page.getByRole("heading", { name: "This invitation is over" })).toBeVisible();
});

test("a role is changed from the drawer, and the last owner stays", async ({ page }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant, `/m/${merchant.slug}/settings/members`);

  await page.getByRole("table", { name: "Members" }).getByRole("link").first().click();
  await page.getByRole("radio", { name: "Analyst" }).check();
  await page.getByRole("button", { name: "Change role" }).click();

  await expect(page.getByText("The last owner stays", { exact: false })).toBeVisible();
});
