import { parseArgs, type ParseArgsConfig } from "node:util";
import type { z } from "zod";

/** What a command answers: `json` for programs, `text` for people, and whether the answer is a good one. */
export type Outcome = {
  readonly json: object;
  readonly text: string;
  /** 0 unless told: 1 says that the command worked and what it found is wrong. */
  readonly exitCode?: 0 | 1;
};

export type Command = {
  readonly name: string;
  readonly summary: string;
  /** Its arguments, as one line of help. */
  readonly usage: string;
  /** False for commands that bring the database up to date themselves. */
  readonly migrates: boolean;
  /** False for commands that only talk to a running server. */
  readonly needsDatabase: boolean;
  /** Reads the arguments; throws `UsageError` when they are wrong. The returned function does the work. */
  readonly read: (argv: readonly string[]) => () => Promise<Outcome>;
};

export type CommandSpec<Input> = Omit<Command, "read" | "migrates" | "needsDatabase"> & {
  readonly migrates?: false;
  readonly needsDatabase?: false;
  /** As `parseArgs` of node:util takes them; `--json` and `--help` are added. */
  readonly options: NonNullable<ParseArgsConfig["options"]>;
  /** What the options must be; arguments without a name are in `positionals`. */
  readonly input: z.ZodType<Input>;
  readonly run: (input: Input) => Promise<Outcome>;
};

/** The command line cannot be understood: exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Declares a command: one per file, listed in `commands.ts`. */
export function defineCommand<Input>(spec: CommandSpec<Input>): Command {
  const { name, summary, usage, migrates = true, needsDatabase = true } = spec;
  const read = (argv: readonly string[]) => {
    const parsed = spec.input.safeParse(valuesOf(argv, spec.options));
    if (parsed.success) return () => spec.run(parsed.data);
    throw new UsageError(parsed.error.issues.map(problemOf).join("\n"));
  };
  return { name, summary, usage, migrates, needsDatabase, read };
}

function valuesOf(argv: readonly string[], options: NonNullable<ParseArgsConfig["options"]>) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...options, json: { type: "boolean" } },
      allowPositionals: true,
    });
    return { ...values, positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function problemOf(issue: z.core.$ZodIssue): string {
  const [option] = issue.path;
  if (option === undefined || option === "positionals") return issue.message;
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return missing ? `--${String(option)} is required.` : `--${String(option)}: ${issue.message}`;
}
