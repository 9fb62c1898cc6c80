import { expect, type Page } from "@playwright/test";

/**
 * Waits until the page listens, its frame (components/ui/use-ready-mark.ts says when) and all that was streamed into it:
 * what is clicked or typed before that is lost. React leaves its mark on each element that it has taken over.
 */
export async function ready(page: Page, mark = "[data-ready]"): Promise<void> {
  await expect(page.locator(`html${mark}`)).toBeAttached();
  await page.waitForFunction(() => {
    const controls = [
      ...document.querySelectorAll("main :is(a, button, input:not([type=hidden]), textarea)"),
    ];
    const taken = (control: Element) => Object.keys(control).some((key) => key.startsWith("__reactProps"));
    return document.readyState === "complete" && controls.every(taken);
  });
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
