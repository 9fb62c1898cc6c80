import { type Ctx, requireCan } from "@/lib/access";
import { searchCustomers } from "@/lib/customers";
import { AppError } from "@/lib/kernel/errors";
import { getBalance } from "@/lib/wallets";
import { type RunChecksInput, runChecksInput } from "../schemas";
import type { Check, Question } from "./check";
import { checkActivity } from "./check-activity";
import { checkBuying } from "./check-buying";
import { checkPage } from "./check-page";
import { checkPricing } from "./check-pricing";
import { checkTraffic, lastLog } from "./check-traffic";

export type Checked = {
  readonly customer: string | null;
  /** Null: nobody was asked about. */
  readonly known: boolean | null;
  /** Customers whose names or ids begin like the one that is not known. */
  readonly similar: readonly { readonly externalId: string; readonly name: string | null }[];
  readonly questions: readonly Question[];
};

const MOST_SIMILAR = 5;

/**
 * Runs the troubleshooting checks on live data: whether usage arrives and what runs has a price, and of a customer why
 * their page is empty, why they are refused after buying, and why a change of their balance is not in Activity. Reads
 * only. A customer who is not known is an answer, with those of similar names, and not an error.
 */
export async function runChecks(ctx: Ctx, input: RunChecksInput = {}): Promise<Checked> {
  requireCan(ctx, "usage:read");
  const { customer: asked, module = null } = runChecksInput.parse(input);
  const customer = asked ?? null;
  const known = customer === null ? null : await isKnown(ctx, customer);
  const who = known === true ? customer : null;
  const last = who === null ? null : await lastLog(ctx, who);
  const [traffic, pricing] = await Promise.all([checkTraffic(ctx, who), checkPricing(ctx, { module, last })]);
  const similar =
    known === false && customer !== null ? await searchCustomers(ctx, customer, MOST_SIMILAR) : [];
  const questions: Question[] = [
    { question: "usage_arrives", checks: traffic },
    { question: "model_missing", checks: pricing },
  ];
  if (who !== null) {
    const [page, buying, activity] = await Promise.all([
      checkPage(ctx, who),
      checkBuying(ctx, who, last),
      checkActivity(ctx, who),
    ]);
    questions.push(
      { question: "page_empty", checks: page },
      { question: "refused_after_buying", checks: buying },
      { question: "change_missing", checks: activity },
    );
  }
  return {
    customer,
    known,
    similar: similar.map(({ externalId, name }) => ({ externalId, name })),
    questions,
  };
}

async function isKnown(asker: Ctx, customer: string): Promise<boolean> {
  try {
    await getBalance(asker, customer);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return false;
    throw error;
  }
}

/** The checks as the HTTP API writes them. */
export function checksJson({ customer, known, similar, questions }: Checked) {
  return {
    ...{ customer, known, similar: similar.map((each) => ({ ...each })) },
    questions: questions.map(({ question, checks }) => ({ question, checks: checks.map(checkJson) })),
  };
}

function checkJson({ code, state, facts, path }: Check) {
  return { code, state, facts: { ...facts }, path };
}
