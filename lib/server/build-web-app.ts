import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { childEnv } from "@/lib/kernel/env";
import { StartError } from "./failure";
import { say, step } from "./progress";
import { sourcesHash } from "./sources";

/** Next empties `.next` when it builds, so this is there only after a build that succeeded. */
const MARK = ".next/tollgate-built-from";
const LOCK = "node_modules/.cache/tollgate-build";
const LOCK_POLL_MILLIS = 500;

/**
 * Builds the web app for production unless it was already built from these very sources. A second process that
 * wants the same waits for the first. Throws `StartError` with Next's output.
 */
export async function buildWebApp(): Promise<void> {
  if (isBuilt()) return say("✓ Web app already built");
  await withLock(async () => {
    if (isBuilt()) return;
    say("  Building the web app; this takes a minute …");
    await step("still building", nextBuild, () => "Web app built");
  });
}

function isBuilt(): boolean {
  return existsSync(MARK) && readFileSync(MARK, "utf8") === sourcesHash();
}

async function nextBuild(): Promise<void> {
  const source = sourcesHash();
  const { code, output } = await run(["node_modules/next/dist/bin/next", "build"]);
  if (code !== 0) throw new StartError(`The web app could not be built.\n${output}`);
  writeFileSync(MARK, source);
}

function run(argv: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, {
      env: childEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => (output += chunk));
    }
    child.once("error", reject).once("close", (code) => resolve({ code, output }));
  });
}

/** A lock that a killed holder does not keep: the file names the process that holds it. */
async function withLock(work: () => Promise<void>): Promise<void> {
  mkdirSync(dirname(LOCK), { recursive: true });
  while (!takeLock()) await wait(LOCK_POLL_MILLIS);
  try {
    await work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function takeLock(): boolean {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (!isHeld()) rmSync(LOCK, { force: true });
    return false;
  }
}

function isHeld(): boolean {
  try {
    return process.kill(Number(readFileSync(LOCK, "utf8")), 0);
  } catch (error) {
    return error instanceof Error && Reflect.get(error, "code") === "EPERM";
  }
}
