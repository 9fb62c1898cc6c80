// @ts-check
/**
 * Takes a picture of every page of a running server, light and dark, at a phone's, a laptop's and a wide screen's width,
 * into `.screenshots` (git ignores it), with an index.html that shows them side by side:
 *
 *   npm run screenshots -- --url http://localhost:3000 --only logs --widths 390,1280
 *
 * Pages are found in `app`; what else is worth a look (drawers, filters, dialogs) stands in `STATES`. The demo's owner is
 * signed in unless `--merchant`, `--email` and `--password` name another, of a merchant without data, say. With `--key` (an
 * API key) the customer's own page is seen by `--customer`. Errors in a page are printed; the exit code is then 1.
 */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { findBrowser } from "./browser.mjs";

const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: process.env["TOLLGATE_URL"] ?? "http://localhost:3000" },
    out: { type: "string", default: ".screenshots" },
    only: { type: "string", default: "" },
    widths: { type: "string", default: "390,1280,1920" },
    themes: { type: "string", default: "light,dark" },
    merchant: { type: "string", default: "demo" },
    email: { type: "string", default: "owner@example.com" },
    password: { type: "string", default: "demo-owner" },
    key: { type: "string", default: "" },
    customer: { type: "string", default: "" },
  },
});

/** A press on a button, or an entry of a menu, by its name.
 * @typedef {{ name: string, page: string, query?: string, press?: readonly string[] }} State */

/** Beyond each page as it opens: what is in an address, and what opens over the page. @type {readonly State[]} */
const STATES = [
  { name: "open", page: "/m/[merchant]/usage/logs", press: ["row"] },
  { name: "no-matches", page: "/m/[merchant]/usage/logs", query: "search=xyzzyplugh" },
  { name: "export", page: "/m/[merchant]/usage/logs", press: ["Actions", "Export"] },
  { name: "delete", page: "/m/[merchant]/usage/logs", press: ["Actions", "Delete"] },
  { name: "import", page: "/m/[merchant]/usage/logs", press: ["Actions", "Import"] },
  { name: "retention", page: "/m/[merchant]/usage/logs", press: ["Actions", "Retention"] },
  { name: "failures", page: "/m/[merchant]/usage/insight", query: "figure=failures&by=bot" },
  { name: "refusals", page: "/m/[merchant]/usage/insight", query: "figure=refusals" },
];

/** The pages of the app by their addresses, groups of routes left out: "/m/[merchant]/usage/logs". */
function findPages() {
  return readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|[\\/])page\.tsx$/.test(file))
    .map((file) => {
      const parts = file.split(/[\\/]/).slice(0, -1);
      return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
    })
    .sort();
}

/** @param {string} page */
function addressOf(page) {
  return page.replace(/\[\[?(?:\.\.\.)?[^\]]+\]?\]/g, options.merchant);
}

/** @type {State[]} */
const wanted = [...findPages().map((page) => ({ name: "", page })), ...STATES].filter(({ page, name }) =>
  `${page} ${name}`.includes(options.only),
);

const path = findBrowser()?.path;
const browser = await chromium.launch({
  ...(path ? { executablePath: path } : {}),
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const session = await signIn();
const portal = options.key && options.customer ? await portalSession() : session;
mkdirSync(options.out, { recursive: true });
/** @type {string[]} */
const taken = [];
let failures = 0;

for (const width of options.widths.split(",").map(Number)) {
  for (const theme of options.themes.split(",")) {
    for (const state of wanted) await take(state, { width, theme });
  }
}
writeFileSync(join(options.out, "index.html"), indexOf(taken));
process.stdout.write(`${taken.length} pictures in ${options.out}, ${failures} pages with errors\n`);
await browser.close();
process.exitCode = failures === 0 ? 0 : 1;

/** Signs in once; every picture begins with this session. */
async function signIn() {
  const context = await browser.newContext({ baseURL: options.url });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(options.email);
  await page.getByLabel("Password", { exact: true }).fill(options.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"), { timeout: 120_000 });
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Follows a link that signs a customer in to their own page. */
async function portalSession() {
  const context = await browser.newContext({ baseURL: options.url });
  const answer = await context.request.post(`/api/v1/customers/${options.customer}/portal-links`, {
    headers: { authorization: `Bearer ${options.key}` },
    data: {},
  });
  const { url } = await answer.json();
  const page = await context.newPage();
  await page.goto(url);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** @typedef {{ width: number, theme: string }} Look */

/**
 * @param {State} state
 * @param {Look} look
 */
async function take(state, look) {
  const context = await browser.newContext(settingsOf(state.page, look));
  const page = await context.newPage();
  const file = fileOf(state, look);
  page.on("pageerror", (error) => report(`${file}: ${error.message}`));
  try {
    await open(page, state, file);
    const whole = (state.press ?? []).length === 0;
    await page.screenshot({ path: join(options.out, file), fullPage: whole });
    taken.push(file);
  } catch (error) {
    report(`${file}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
  }
  await context.close();
}

/**
 * @param {string} place
 * @param {Look} look
 * @returns {import("@playwright/test").BrowserContextOptions}
 */
function settingsOf(place, { width, theme }) {
  const signedIn = place.startsWith("/usage") ? portal : session;
  return {
    baseURL: options.url,
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: theme === "dark" ? "dark" : "light",
    reducedMotion: "reduce",
    ...(place.startsWith("/sign-in") ? {} : { storageState: signedIn }),
  };
}

/**
 * @param {State} state
 * @param {Look} look
 */
function fileOf({ page, name }, { width, theme }) {
  const words = `${page} ${name}`.replace(/[^\w]+/g, "-").replace(/^-|-$/g, "");
  return `${words || "home"}-${width}-${theme}.png`;
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {State} state
 * @param {string} file
 */
async function open(page, { page: place, query = "", press = [] }, file) {
  const response = await page.goto(`${addressOf(place)}${query ? `?${query}` : ""}`, { timeout: 120_000 });
  const status = response?.status() ?? 0;
  if (status >= 500) report(`${file}: ${status}`);
  await settle(page);
  for (const what of press) await pressOn(page, what);
}

/** Until nothing is fetched any more, or ten seconds. @param {import("@playwright/test").Page} page */
async function settle(page) {
  await page.waitForLoadState("networkidle", { timeout: 10_000 }).catch(() => {});
}

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} what
 */
async function pressOn(page, what) {
  const target =
    what === "row"
      ? page.locator("tbody tr a").first()
      : page
          .getByRole("button", { name: what })
          .or(page.getByRole("menuitem", { name: what }))
          .first();
  await target.click({ timeout: 10_000 });
  await settle(page);
}

/** @param {string} line */
function report(line) {
  failures += 1;
  process.stderr.write(`${line}\n`);
}

/** @param {readonly string[]} files */
function indexOf(files) {
  const figures = [...files]
    .sort()
    .map(
      (file) => `<figure><img src="${file}" loading="lazy" alt=""><figcaption>${file}</figcaption></figure>`,
    );
  return `<!doctype html><meta charset="utf-8"><title>Tollgate, every page</title>
<style>body{display:flex;flex-wrap:wrap;gap:16px;font:12px sans-serif;background:#888}figure{margin:0;width:420px}img{width:100%}</style>
${figures.join("\n")}
`;
}
