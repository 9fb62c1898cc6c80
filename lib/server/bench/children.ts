import { type ChildProcess, execFile, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { childEnv } from "@/lib/kernel/env";
import { StartError } from "../failure";

const KEPT_OUTPUT = 20_000;
const READY_SECONDS = 300;
const STOP_MILLIS = 15_000;

export type Child = { readonly pid: number; stop(): Promise<void> };

/** Starts a Node program that keeps running and waits until it prints `ready`. Throws `StartError` with its output. */
export async function startNode(
  argv: readonly string[],
  ready: RegExp,
  env: Readonly<Record<string, string>> = {},
): Promise<Child & { readonly match: RegExpExecArray }> {
  const child = spawn(process.execPath, argv, { env: childEnv(env), stdio: ["ignore", "pipe", "pipe"] });
  const match = await new Promise<RegExpExecArray>((resolve, reject) => {
    let output = "";
    const hear = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
      const found = ready.exec(output);
      if (found) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    child.once("exit", (code) => reject(new StartError(`${argv.join(" ")} ended with ${code}:\n${output}`)));
    const late = () => reject(new StartError(`${argv.join(" ")} did not get ready:\n${output}`));
    setTimeout(late, READY_SECONDS * 1_000).unref();
  }).catch(async (error: unknown) => {
    await end(child);
    throw error;
  });
  return { pid: child.pid ?? 0, match, stop: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const inTime = await Promise.race([ended.then(() => true), sleep(STOP_MILLIS, false, { ref: false })]);
  if (!inTime) child.kill("SIGKILL");
  await ended;
}

/** Runs a program to its end and returns its stdout. Throws `StartError` with its stderr. */
export function runProgram(
  file: string,
  argv: readonly string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
): Promise<string> {
  const settings = {
    env: childEnv(options.env ?? {}),
    maxBuffer: 64 * 1024 * 1024,
    ...(options.cwd && { cwd: options.cwd }),
  };
  return new Promise((resolve, reject) => {
    execFile(file, [...argv], settings, (error, stdout, stderr) => {
      if (error) reject(new StartError(`${file} ${argv.join(" ")} failed.\n${stderr || stdout}`));
      else resolve(stdout);
    });
  });
}

/** Runs a Node program to its end, TypeScript included, and returns its stdout. */
export function runNode(argv: readonly string[], env: Record<string, string> = {}): Promise<string> {
  return runProgram(process.execPath, argv, { env });
}
