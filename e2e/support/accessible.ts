import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

/** axe itself, without its builder for Playwright: that one loads it anew for every question, a second each here. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What a frame shows is a page of its own, asked about there. */
const OPTIONS: axe.RunOptions = { resultTypes: ["violations"], iframes: false };

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Nothing that axe knows to be in anybody's way, in the light and in the dark. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is about to change stands there dimmed.
  await expect(page.locator("[data-pending]")).toHaveCount(0);
  await page.evaluate(AXE);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // The dashboard follows by a script, the customer's page by its style sheet.
    const html = page.locator(
      `html:not([data-mantine-color-scheme]), [data-mantine-color-scheme=${colorScheme}]`,
    );
    await expect(html).toBeAttached();
    const found = await page.evaluate(async (asked) => {
      const { violations } = await window.axe.run(asked);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
    }, OPTIONS);
    expect(found, colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}
