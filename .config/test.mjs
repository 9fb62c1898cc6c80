// @ts-check
/**
 * `npm test`: everything, from the format of the sources to journeys through the built app in a browser. Parts:
 * `npm run check` (no database), `npm run e2e`. Ends with the line "N passed, N failed".
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { prepare } from "../lib/server/prepare.mjs";
import { brokenReferences } from "./cited-paths.mjs";
import { node, Report } from "./test-report.mjs";

const CODE = ["app", "components", "lib", "prisma", "e2e", ".config"];
const RESULTS = "test-results";

const bin = (/** @type {string} */ file) => `node_modules/${file}`;
const vitest = (/** @type {string} */ project) => [
  bin("vitest/vitest.mjs"),
  "run",
  "--config",
  ".config/vitest.ts",
  "--project",
  project,
];

/** @param {Report} report */
async function check(report) {
  // Lint takes as long as the other readers of the sources together, and each keeps one core busy.
  await Promise.all([lint(report), readSources(report)]);
  await report.step("Unit tests", () => runVitest("unit"));
}

/** @param {Report} report */
function lint(report) {
  return report.step("Lint", () =>
    node([bin("eslint/bin/eslint.js"), "--config", ".config/eslint.mjs", "--max-warnings", "0", "."]),
  );
}

/** @param {Report} report */
async function readSources(report) {
  await report.step("Format", () =>
    node([bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]),
  );
  await report.step("Imports", () =>
    node([
      bin("dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      ".config/dependency-cruiser.cjs",
      ...CODE,
    ]),
  );
  await report.step("Dead code", () => node([bin("knip/bin/knip.js"), "--config", ".config/knip.json"]));
  await report.step("Types", async () => {
    const routes = await node([bin("next/dist/bin/next"), "typegen"]);
    return routes.ok ? node([bin("typescript/bin/tsc"), "--noEmit"]) : routes;
  });
  await report.step("Cited paths", brokenReferences);
}

/** @param {Report} report */
async function database(report) {
  await report.step("Integration tests", () => runVitest("db*"));
  await report.step("Schema and migrations agree", async () => {
    const { startTestServer } = await import("../lib/db/testing/databases.ts");
    const server = await startTestServer(process.env["DATABASE_URL"]);
    const diff = [
      "migrate",
      "diff",
      "--from-migrations",
      "prisma/migrations",
      "--to-schema",
      "prisma/schema",
      "--exit-code",
    ];
    return node([bin("prisma/build/index.js"), ...diff, "--config", ".config/prisma.ts"], {
      DATABASE_URL: server.adminUrl,
    }).finally(() => server.stop());
  });
}

/** @param {Report} report */
async function journeys(report) {
  const built = await report.step("Build", () => node(["lib/server/build.mjs"]));
  const browser = await report.step("Browser", async () => {
    const { ensureBrowser } = await import("../e2e/support/browser.mjs"); // needs what prepare() installs
    return { ok: true, output: "", note: ensureBrowser() };
  });
  if (!built || !browser) return report.skip("Journeys", "the step above failed");
  await report.step("Journeys in the browser", runPlaywright);
}

async function runVitest(/** @type {string} */ project) {
  const file = `${RESULTS}/vitest-${project.replace("*", "")}.json`;
  rmSync(file, { force: true });
  const result = await node([
    ...vitest(project),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  const found = readJson(file);
  if (!found) return result;
  const skipped = found.numPendingTests + found.numTodoTests;
  return { ...result, counts: { passed: found.numPassedTests, failed: found.numFailedTests, skipped } };
}

async function runPlaywright() {
  const file = `${RESULTS}/playwright.json`;
  rmSync(file, { force: true });
  const argv = [
    bin("@playwright/test/cli.js"),
    "test",
    "--config",
    ".config/playwright.ts",
    "--reporter=line,json",
  ];
  const result = await node(argv, {
    E2E_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  });
  const stats = readJson(file)?.stats;
  if (!stats) return result;
  return {
    ...result,
    counts: { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
  };
}

function readJson(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined; // the program ended before it could write its results
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

const SUITES = { check: [check], e2e: [journeys], all: [check, database, journeys] };

await prepare((line) => console.log(line));
process.env["TOLLGATE_SECRET"] ||= "what tests run signs with this secret"; // DATABASE_URL asks for one
mkdirSync(RESULTS, { recursive: true });
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
const name = process.argv[2] ?? "all";
const suites = Object.entries(SUITES).find(([known]) => known === name)?.[1] ?? SUITES.all;
const report = new Report();
for (const suite of suites) await suite(report);
report.finish();
