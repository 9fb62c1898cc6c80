import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "../support/accessible";
import { makeMerchant, send, signIn } from "../support/merchant";
import { logsOf } from "../support/page";
import { read } from "../support/usage";

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
const FILE = [
  "When,Customer,Question,Reply,Tokens,Credits,Model",
  `${day(3)} 10:00,42,"Where is it, please?",On its way.,"1,200",1.5,gpt-4o`,
  `${day(2)} 11:00,,<b>Hi</b> =1+1,,10,0,gpt-4o`,
  "last week,42,Lost,,1,1,gpt-4o",
].join("\r\n");

test("a CSV file is mapped, previewed and brought in once, and charges nobody @phone", async ({
  page,
  request,
}) => {
  const merchant = await makeMerchant();
  await send(request, merchant, [
    "/customers/42/credits",
    { id: "gift", amount: "10", category: "promotional", reason: "Gift" },
  ]);
  await signIn(page, merchant);
  const file = { name: "history.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) };

  const bringIn = async () => {
    await page.getByRole("button", { name: /^Actions/ }).click();
    await page.getByRole("menuitem", { name: "Import logs…" }).click();
    const dialog = page.getByRole("dialog", { name: "Import logs" });
    const choosing = page.waitForEvent("filechooser");
    await dialog.getByLabel("CSV file").click();
    await (await choosing).setFiles(file);
    await expect(dialog.getByRole("combobox", { name: "Model" })).toHaveValue("Model");
    await expect(dialog.getByRole("button", { name: "Import this file" })).toBeDisabled();
    await dialog.getByRole("combobox", { name: "Time" }).click();
    await page.getByRole("option", { name: "When" }).click();
    await expect(dialog.getByText("is no time like")).toBeVisible();
    await dialog.getByRole("combobox", { name: "Said by the user" }).scrollIntoViewIfNeeded();
    return dialog;
  };

  const dialog = await bringIn();
  await expect(dialog.getByRole("cell", { name: "Where is it, please?" })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Import this file" }).click();
  await expect(dialog.getByText("2 brought in, 0 known already, 1 with problems.")).toBeVisible();
  const coming = page.waitForEvent("download");
  await dialog.getByRole("link", { name: "Download the problems" }).click();
  const problems = await readFile(await (await coming).path(), "utf8");
  expect(problems).toContain("last week");
  await page.keyboard.press("Escape");

  await expect(logsOf(page).row("Where is it, please?")).toBeVisible();
  await expect(logsOf(page).rows).toHaveCount(2);
  await expect(logsOf(page).row("Where is it, please?")).toContainText("Imported");
  expect(await read(request, merchant, "/customers/42/balance")).toMatchObject({ total: "10" });

  const again = await bringIn();
  await again.getByRole("button", { name: "Import this file" }).click();
  await expect(again.getByText("0 brought in, 2 known already, 1 with problems.")).toBeVisible();
});
