import { EnvError } from "@/lib/kernel/env";

/** Something the operator can put right: shown as its sentence, without a stack. */
export class StartError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "StartError";
  }
}

/** What to print about a failure: the sentence of an expected one, the stack and causes of a bug. */
export function explain(error: unknown): string {
  if (error instanceof StartError || error instanceof EnvError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\nCaused by: ${explain(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
