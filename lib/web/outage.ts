/** SQLSTATE classes and codes, and codes of drivers, that say "the database is away or busy: try again". */
const OUTAGE =
  /^(08...|57P0[123]|53300|40001|40P01|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|P1001|P1002|P1008|P1017|P2024|P2028|P2034)$/;

/** How `pg` words a lost connection; it gives these no code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

const MAX_DEPTH = 6;

/**
 * Whether an error, or what caused it, means that the database could not be reached or asked to try again, so
 * that repeating the same request is right.
 */
export function isOutage(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > MAX_DEPTH) return false;
  if ("code" in error && typeof error.code === "string" && OUTAGE.test(error.code)) return true;
  if (LOST.test(error.message)) return true;
  const inner = error instanceof AggregateError ? error.errors : [];
  return [error.cause, ...inner].some((each) => isOutage(each, depth + 1));
}
