import type { Sql } from "@/lib/db";
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
  sql: Sql,
  { merchantId }: { merchantId: string },
  rule: PricingRule,
): Promise<void> {
  const errors = rateProblems(rule);
  if (errors.length > 0) throw new AppError("invalid_input", "This rule cannot price requests.", { errors });
  const tie = findTie(await loadPricing(sql, merchantId), rule);
  if (tie) throw tieWith(tie);
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

/** Says which rule stands in the way, by what it is for; null: it was saved at the same moment. */
export function tieWith(rule: PricingRule | null): AppError {
  const which = rule === null ? "Another enabled rule" : `The enabled rule for ${targetWords(rule)}`;
  const message = `${which} is for the same requests: nothing could say which of them wins. Change or disable one.`;
  return new AppError("conflict", message, { extensions: rule === null ? {} : { rule: rule.id } });
}

/** Which requests a rule is about: "chat in chatbot, bot support, model gpt-4o of openai". */
function targetWords({ module, bot, form, operation, provider, model }: PricingRule): string {
  const of = provider === null ? "" : ` of ${provider}`;
  return [
    `${operation} in ${module ?? "any module"}`,
    ...(bot === null ? [] : [`bot ${bot}`]),
    ...(form === null ? [] : [`form ${form}`]),
    `${model === null ? "any model" : `model ${model}`}${of}`,
  ].join(", ");
}
