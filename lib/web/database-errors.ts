/** SQLSTATE classes and codes, and codes of drivers, that say "the database is away or busy: try again". */
const OUTAGE =
  /^(08...|57P0[123]|53300|40001|40P01|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|P1001|P1002|P1008|P1017|P2024|P2028|P2034)$/;

/** How `pg` words a lost connection; it gives these no code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Texts that PostgreSQL cannot hold: the character NUL, also inside JSON. */
const UNSTORABLE = /^(22021|22P05)$/;

const MAX_DEPTH = 6;

/**
 * Whether an error means that the database could not be reached or asked to try again, so that repeating the same
 * request is right.
 */
export function isOutage(error: unknown): boolean {
  return chainOf(error).some(
    (each) => OUTAGE.test(codeOf(each)) || (each instanceof Error && LOST.test(each.message)),
  );
}

/** Whether an error means that a text of the caller's cannot be stored. */
export function isUnstorable(error: unknown): boolean {
  return chainOf(error).some((each) => UNSTORABLE.test(codeOf(each)));
}

/** The error and what caused it; Prisma keeps the driver's error under `meta`. */
function chainOf(error: unknown, depth = 0): unknown[] {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return [];
  const inner = [
    "cause" in error ? error.cause : undefined,
    "meta" in error ? error.meta : undefined,
    "driverAdapterError" in error ? error.driverAdapterError : undefined,
    ...(error instanceof AggregateError ? error.errors : []),
  ];
  return [error, ...inner.flatMap((each) => chainOf(each, depth + 1))];
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("originalCode" in error && typeof error.originalCode === "string") return error.originalCode;
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
