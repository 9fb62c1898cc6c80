export type LogFields = Readonly<Record<string, unknown>>;

type Level = "info" | "warn" | "error";

/**
 * One JSON object per line, for people with `grep` and for log collectors alike. Errors and warnings go to
 * stderr. Tests stay quiet. Never pass secrets, keys or the content of conversations.
 */
export const log = {
  info: (message: string, fields?: LogFields) => write("info", message, fields),
  warn: (subject: unknown, fields?: LogFields) => write("warn", subject, fields),
  /** `subject` is a sentence or the error itself; an error's stack and causes are kept. */
  error: (subject: unknown, fields?: LogFields) => write("error", subject, fields),
};

function write(level: Level, subject: unknown, fields: LogFields = {}): void {
  if (process.env["NODE_ENV"] === "test") return;
  const line = JSON.stringify({ at: new Date(), level, ...describe(subject), ...fields }, plain);
  (level === "info" ? process.stdout : process.stderr).write(`${line}\n`);
}

function describe(subject: unknown): LogFields {
  if (!(subject instanceof Error)) return { message: String(subject) };
  const { message, stack, cause } = subject;
  return { message, stack, ...(cause === undefined ? {} : { cause: describe(cause) }) };
}

/** JSON has no bigints, and an error among the fields would come out as `{}`. */
function plain(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return value.toString();
  return value instanceof Error ? describe(value) : value;
}
