// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The browser that tests drive: Playwright's own where it is installed (then there is no path to name), else the
 * one of CHROMIUM_PATH, else one on the PATH. Null when there is none.
 * @returns {{ path: string | undefined } | null}
 */
export function findBrowser() {
  if (existsSync(chromium.executablePath())) return { path: undefined };
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const path = [process.env["CHROMIUM_PATH"], ...onPath].find((file) => file && existsSync(file));
  return path ? { path } : null;
}

/**
 * Finds the browser, or installs the system's when this user may. Throws a sentence saying what to install.
 * @returns {string} what is used, for people
 */
export function ensureBrowser() {
  if (!findBrowser() && mayInstall()) installWithApt();
  const browser = findBrowser();
  if (browser) return browser.path ?? "Playwright's own Chromium";
  throw new Error(
    "No Chromium found: install your system's package `chromium`, run `npx playwright install --with-deps chromium`, or set CHROMIUM_PATH.",
  );
}

function mayInstall() {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
}

function installWithApt() {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: /** @type {const} */ ("ignore"),
  };
  spawnSync("apt-get", ["update"], options);
  spawnSync("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], options);
}
