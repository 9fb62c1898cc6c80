import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { embeddedFiles } from "@/lib/db/embedded/address";

/** What an operator does in a terminal: no browser, a data folder of its own, the embedded database. */
test.describe.configure({ mode: "serial", timeout: 180_000 });

let dataDir = "";
const settings = () => ({
  TOLLGATE_DATA_DIR: dataDir,
  TOLLGATE_DEMO: "off",
  DATABASE_URL: "",
  TOLLGATE_SECRET: "",
});

type Running = { process: ChildProcess; url: string; output: () => string };

/** Starts Tollgate and waits for the line that says it serves. */
async function start(port: string): Promise<Running> {
  const child = spawn(process.execPath, ["lib/server/start.mjs"], {
    env: { ...process.env, ...settings(), PORT: port, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
  }
  await expect.poll(() => output, { timeout: 120_000 }).toContain("Tollgate is ready at ");
  return { process: child, url: /ready at (\S+)/.exec(output)?.[1] ?? "", output: () => output };
}

function tollgate(...args: string[]) {
  const argv = ["lib/server/cli.mjs", ...args, "--json"];
  const { status, stdout } = spawnSync(process.execPath, argv, {
    env: { ...process.env, ...settings() },
    encoding: "utf8",
  });
  return { status, json: JSON.parse(stdout) };
}

function databasePid(): number {
  const pidFile = join(embeddedFiles(dataDir).cluster, "postmaster.pid");
  return Number(readFileSync(pidFile, "utf8").split("\n")[0]);
}

let running: Running | undefined;

test.beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "tollgate-operator-"));
});

test.afterAll(async () => {
  if (running?.process.exitCode === null) {
    running.process.kill("SIGTERM");
    await once(running.process, "exit");
  }
  rmSync(embeddedFiles(dataDir).cluster, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

test("starts with nothing configured, on the next port when its own is taken", async ({ baseURL }) => {
  const taken = new URL(baseURL ?? "").port;
  running = await start(taken);
  expect(running.output()).toContain(`Port ${taken} is taken`);
  expect(new URL(running.url).port).not.toBe(taken);
  expect((await fetch(`${running.url}/api/ready`)).status).toBe(200);
  expect((await fetch(`${running.url}/sign-in`)).status).toBe(200);
});

test("operator commands work beside the running server, and their keys at once", async () => {
  const merchant = ["--name", "Acme", "--slug", "acme", "--owner-email", "a@example.com"];
  const created = tollgate("merchant:create", ...merchant, "--owner-password", "correct horse battery");
  expect(created).toMatchObject({ status: 0, json: { slug: "acme" } });
  const answer = await fetch(`${running?.url}/api/v1/settings`, {
    headers: { authorization: `Bearer ${created.json.apiKey}` },
  });
  expect(await answer.json()).toMatchObject({ name: "Acme", slug: "acme" });
  expect(tollgate("merchant:create", "--name", "Acme")).toMatchObject({ status: 2 });
  expect(tollgate("verify")).toMatchObject({ status: 0, json: { ok: true } });
});

test("brings a killed database back by itself, also when nobody reads what it says", async () => {
  running?.process.stdout?.destroy();
  running?.process.stderr?.destroy();
  process.kill(databasePid(), "SIGKILL");
  await expect
    .poll(async () => (await fetch(`${running?.url}/api/ready`)).status, { timeout: 60_000 })
    .toBe(200);
});

test("starts again after everything was killed, with its data, and stops cleanly", async () => {
  running?.process.kill("SIGKILL");
  process.kill(databasePid(), "SIGKILL");
  running = await start("0");
  running.process.stdout?.destroy();
  running.process.stderr?.destroy();
  expect(tollgate("verify")).toMatchObject({ status: 0, json: { ok: true } });
  expect(tollgate("key:create", "--merchant", "acme", "--name", "ci", "--scopes", "usage:read").status).toBe(
    0,
  );

  running.process.kill("SIGTERM");
  const [code] = await once(running.process, "exit");
  expect(code).toBe(0);
  expect(() => databasePid()).toThrow();
});
