import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** The rules of axe that depend on the theme. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** Waits until the page listens (components/ui/use-ready-mark.ts says when): what is clicked before that is lost. */
export async function ready(page: Page, mark = "[data-ready]"): Promise<void> {
  await expect(page.locator(`html${mark}`)).toBeAttached();
}

/** Opens a page of the dashboard and waits until it listens. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

/** Loads the page anew and waits until it listens. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await ready(page);
}

/** Nothing that axe knows to be in anybody's way, in the light and in the dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is about to change stands there dimmed.
  await expect(page.locator("[data-pending]")).toHaveCount(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // The dark differs in nothing but colours.
    const { violations } = await (colorScheme === "dark" ? axe.withRules(COLOURS) : axe).analyze();
    const found = violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target).join(" ")}`);
    expect(found, colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/** The table of logs, and a row of it by a text in it. */
export function logsOf(page: Page) {
  const table = page.getByRole("table", { name: "Logs" });
  return {
    table,
    rows: table.locator("tbody tr"),
    row: (text: string) => table.getByRole("row").filter({ hasText: text }),
    headers: table.getByRole("columnheader"),
  };
}

/** Says yes to the question that has just been asked, over whatever asked it. */
export async function confirmed(page: Page, label: string): Promise<void> {
  const question = page.getByRole("dialog").filter({ has: page.locator(".tg-confirm-body") });
  await question.getByRole("button", { name: label, exact: true }).click();
}
