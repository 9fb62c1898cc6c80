import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { addMember, makeMerchant, send, signIn } from "../support/merchant";
import { logsOf, reload, visit } from "../support/page";
import { read, recordChat } from "../support/usage";

test("the palette finds pages, actions, logs, customers, keys and ledger entries", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  const other = await makeMerchant();
  await recordChat(request, merchant, ["r-1", { question: "Where is my walnut table?" }]);
  const foreign = await recordChat(request, other, ["r-1", { question: "A secret walnut" }]);
  await signIn(page, merchant);

  const search = page.getByRole("textbox", { name: "Search or jump to" });
  const find = async (text: string) => {
    await page.keyboard.press("Control+k");
    await search.fill(text);
  };
  await find("walnut");
  const hit = page.getByRole("button", { name: /Where is my walnut table/ });
  await expect(hit).toBeVisible();
  await expect(page.getByText("secret")).toHaveCount(0);
  await expectAccessible(page);
  await hit.click();
  await expect(page.getByRole("dialog", { name: /^Log/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await find("ada@reader.test");
  await page.getByRole("button", { name: /Ada Reader/ }).click();
  await expect(page).toHaveURL(/billing\/balances\?customer=42/);

  await find("read ada");
  const palette = page.getByRole("dialog").filter({ has: search });
  await expect(palette.getByRole("button", { name: /Ada Reader/ })).toBeVisible();

  const { data } = await read(request, merchant, "/ledger");
  await search.fill(data[0].id);
  await palette.getByRole("button", { name: /credits/ }).click();
  await expect(page.getByRole("dialog", { name: "Ledger entry" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await send(request, merchant, ["/api-keys", { name: "Walnut till", scopes: ["usage:read"] }]);
  await find("nut till");
  await palette.getByRole("button", { name: /Walnut till/ }).click();
  await expect(page.getByRole("dialog", { name: "Walnut till" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await find(foreign.logId);
  await expect(page.getByText("Nothing by this name, id or words")).toBeVisible();
  await search.fill("failed");
  await page.getByRole("button", { name: "Failed requests" }).click();
  await expect(page).toHaveURL(/failed=true/);
});

test("who belongs to several merchants changes between them, and sees of each its own @phone", async ({
  page,
  request,
  isMobile,
}) => {
  const home = await makeMerchant();
  const second = await makeMerchant();
  await addMember(second, home.email, "analyst");
  await recordChat(request, home, ["r-1", { question: "Asked at home" }]);
  await recordChat(request, second, ["r-1", { question: "Asked at the second" }]);
  await signIn(page, home);
  await expect(logsOf(page).row("Asked at home")).toBeVisible();

  if (isMobile) await page.getByRole("button", { name: "Open menu" }).click();
  await page.getByRole("button", { name: "Workspace Walnut & Sons, switch" }).last().click();
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: new RegExp(second.slug) }).click();
  await expect(page).toHaveURL(new RegExp(`/m/${second.slug}`));
  await visit(page, `/m/${second.slug}/usage/logs`);
  await expect(logsOf(page).row("Asked at the second")).toBeVisible();
  await expect(page.getByText("Asked at home")).toHaveCount(0);
  await page.getByRole("button", { name: /^Actions/ }).click();
  await expect(page.getByRole("menuitem", { name: "Export logs…" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: /Delete logs|Import logs/ })).toHaveCount(0);
});

test("keys go everywhere, and the sheet lists them", async ({ page }) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant);
  await expect(page.getByRole("navigation", { name: "Breadcrumbs" })).toContainText("Walnut & Sons");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  for (const key of ["j", "k", "Enter", "Esc", "/", "f", "e", "g", "?"]) {
    await expect(sheet.locator("kbd").getByText(key, { exact: true }).first()).toBeVisible();
  }
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page.getByRole("heading", { name: "Activity", level: 1 })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await expect(page.getByRole("heading", { name: "Logs", level: 1 })).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Search logs" })).toBeVisible();
  await page.keyboard.press("f");
  await expect(page.locator("[data-filter]").first()).toBeFocused();

  await page.keyboard.press("e");
  await expect(page.getByRole("dialog", { name: /Export/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const rail = page.locator("html");
  await page.keyboard.press("[");
  await expect(rail).toHaveAttribute("data-rail", "folded");
  await reload(page);
  await expect(rail).toHaveAttribute("data-rail", "folded");
});

test("the theme is chosen and kept; on a phone all places are in a sheet @phone", async ({
  page,
  isMobile,
}) => {
  const merchant = await makeMerchant();
  await signIn(page, merchant);
  if (isMobile) await page.getByRole("button", { name: "Open menu" }).click();
  await page
    .getByRole("button", { name: /account and theme/ })
    .last()
    .click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await reload(page);
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
});
