import { AppError } from "@/lib/kernel/errors";

/** Deeper than any payload of a provider, and far from where programs and databases run out of stack. */
const MAX_DEPTH = 100;

/** Throws `invalid_input` for a JSON value whose objects and arrays are nested more than 100 deep. */
export function requireShallow(value: unknown): void {
  if (!isDeeperThan(MAX_DEPTH, value)) return;
  const errors = [{ path: "", message: `is nested more than ${MAX_DEPTH} deep` }];
  throw new AppError("invalid_input", `The body is nested more than ${MAX_DEPTH} deep.`, { errors });
}

function isDeeperThan(depth: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (depth === 0) return true;
  return Object.values(value).some((member) => isDeeperThan(depth - 1, member));
}
