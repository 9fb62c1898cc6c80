import { migrate } from "@/lib/db/migrate";
import { AppError } from "@/lib/kernel/errors";
import { explain } from "../failure";
import { onStopSignal } from "../on-stop-signal";
import { openDatabase } from "../open-database";
import { type Command, type Outcome, UsageError } from "./command";
import { COMMANDS } from "./commands";

const FAILED = 1;
const NOT_UNDERSTOOD = 2;
const INTERRUPTED = 130;

/**
 * Runs one operator command and returns the exit code: 0 done, 1 it failed or found something wrong, 2 it could
 * not be understood. stdout carries the result and nothing else.
 */
export async function runCli(argv: readonly string[]): Promise<number> {
  const [name = "help", ...args] = argv;
  const asJson = args.includes("--json");
  try {
    const command = await COMMANDS[name]?.();
    if (!command) return await helpOrUnknown(name, argv.length === 0);
    if (args.includes("--help"))
      return print(`tollgate ${command.name} ${command.usage}\n${command.summary}`);
    const outcome = await runCommand(command, args);
    print(asJson ? JSON.stringify(outcome.json, bigintsAsText) : outcome.text);
    return outcome.exitCode ?? 0;
  } catch (error) {
    return fail(error, asJson);
  }
}

async function runCommand(command: Command, args: readonly string[]): Promise<Outcome> {
  const work = command.read(args);
  if (!command.needsDatabase) return await work();
  const database = await openDatabase();
  onStopSignal(database.close, INTERRUPTED);
  try {
    if (command.migrates) await migrate();
    return await work();
  } finally {
    await database.close();
  }
}

async function helpOrUnknown(name: string, nothingAsked: boolean): Promise<number> {
  const asked = ["help", "--help", "-h"].includes(name);
  if (!asked)
    throw new UsageError(`There is no command "${name}". \`npm run -s tollgate -- help\` lists them.`);
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map(
    ({ name, usage, summary }) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`,
  );
  print(`npm run -s tollgate -- <command> [--json]\n\n${lines.join("\n")}`);
  return nothingAsked ? NOT_UNDERSTOOD : 0;
}

function print(text: string): 0 {
  process.stdout.write(`${text}\n`);
  return 0;
}

function fail(error: unknown, asJson: boolean): number {
  const [code, exitCode] = classify(error);
  const message = code === "internal" ? explain(error) : sentenceOf(error);
  if (asJson) print(JSON.stringify({ error: { code, message } }));
  else process.stderr.write(`${message}\n`);
  return exitCode;
}

function classify(error: unknown): [code: string, exitCode: number] {
  if (error instanceof UsageError) return ["usage", NOT_UNDERSTOOD];
  return [error instanceof AppError ? error.code : "internal", FAILED];
}

function sentenceOf(error: unknown): string {
  const issues = error instanceof AppError ? (error.details.errors ?? []) : [];
  const lines = issues.map(({ path, message }) => `  ${path}: ${message}`);
  return [error instanceof Error ? error.message : String(error), ...lines].join("\n");
}

function bigintsAsText(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? value.toString() : value;
}
