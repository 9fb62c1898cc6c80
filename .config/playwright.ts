import { resolve } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "../e2e/support/browser.mjs";

const root = resolve(import.meta.dirname, "..");
const port = process.env["E2E_PORT"] ?? "3210";
/** `E2E_URL`: a server that runs already, to write a journey beside `npm run dev`. */
const running = process.env["E2E_URL"];
const baseURL = running ?? `http://localhost:${port}`;
const path = findBrowser()?.path;

export default defineConfig({
  testDir: resolve(root, "e2e/journeys"),
  outputDir: resolve(root, running ? "test-results/dev" : "test-results"),
  snapshotPathTemplate: "{testDir}/../screenshots/{arg}-{projectName}-{platform}{ext}",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 120_000,
  expect: { timeout: 20_000, toHaveScreenshot: { maxDiffPixels: 100, animations: "disabled" } },
  use: {
    baseURL,
    actionTimeout: 20_000,
    // Pictures of every step cost half the processor's time: asked for when a failure is looked into.
    trace: process.env["E2E_TRACE"] ? "retain-on-failure" : "off",
    contextOptions: { reducedMotion: "reduce" },
    timezoneId: "UTC",
    locale: "en-GB",
    launchOptions: {
      ...(path ? { executablePath: path } : {}),
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
      grepInvert: /@phone-only/,
    },
    { name: "phone", use: { ...devices["Pixel 7"] }, grep: /@phone/ },
  ],
  ...(running ? {} : { webServer: ownServer() }),
});

function ownServer() {
  return {
    command: "node e2e/support/server.mjs",
    cwd: root,
    url: `${baseURL}/api/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 30_000 },
  };
}
