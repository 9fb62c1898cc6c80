import { type Tx, sqlOf } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { findTie } from "./core/find-tie";
import { rateProblems } from "./core/methods";
import type { PricingRule } from "./core/types";
import { loadPricing } from "./pricing.repo";

/**
 * Throws `invalid_input` when the rule's method and rates do not go together, and `conflict` when it would tie
 * with an enabled rule: then nothing could say which of the two prices a request.
 */
export async function requireSound(
  tx: Tx,
  { merchantId }: { merchantId: string },
  rule: PricingRule,
): Promise<void> {
  const errors = rateProblems(rule);
  if (errors.length > 0) throw new AppError("invalid_input", "This rule cannot price requests.", { errors });
  const tie = findTie(await loadPricing(sqlOf(tx), merchantId), rule);
  if (tie) throw tieWith(tie.id);
}

/**
 * Runs a write that the index `pricing_rules_no_ties` may refuse: two rules that tie, saved at the same time,
 * each not seeing the other. Throws `conflict` then.
 */
export async function tieAsConflict(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION) throw tieWith(null);
    throw error;
  }
}

/** Prisma's code of PostgreSQL's 23505. */
const UNIQUE_VIOLATION = "P2002";

function tieWith(rule: string | null): AppError {
  const message =
    "Another enabled rule is for the same requests: nothing could say which of them wins. Change or disable one.";
  return new AppError("conflict", message, { extensions: rule === null ? {} : { rule } });
}
