import { z } from "zod";
import { readSql, type Sql, sqlOf, type TxScope } from "@/lib/db";
import { nonNegativeAmountField } from "@/lib/kernel/fields";
import { newId } from "@/lib/kernel/ids";
import { loadSettings } from "@/lib/merchants";
import { UNPRICED_POLICIES } from "@/lib/merchants/schemas";
import { requireSound } from "../check-rule";
import { changedRule, firstVersion } from "../core/changed-rule";
import { indexRules } from "../core/match-rule";
import type { ReplayRules } from "../core/replay";
import type { PricingRule } from "../core/types";
import { instantBefore } from "../days-before";
import { requireRule } from "../get-pricing-rule";
import { findRule, loadPricing, loadRuleVersions } from "../pricing.repo";
import { ruleJson } from "../rule-json";
import { createPricingRuleInput, type replayInput, ruleShape } from "../schemas";

const stored = z.object({ id: z.string(), ...ruleShape(nonNegativeAmountField.nullable()) });

/** What a replay is about, settled when it is asked for: plain JSON, as a task keeps it. */
export const planShape = z.object({
  range: z.string(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  policy: z.enum(UNPRICED_POLICIES),
  /** The enabled rules, by id and version. */
  rules: z.array(z.tuple([z.string(), z.int()])),
  /** The rule that would change or go; null: one would be added. */
  rule: z.string().nullable(),
  /** How it would stand; null: deleted. */
  draft: stored.nullable(),
});
export type ReplayPlan = z.output<typeof planShape>;
type Wish = z.output<typeof replayInput>;

const RANGE_DAYS = { "7d": 7, "30d": 30, "90d": 90 } as const;

/**
 * Settles what a replay compares: the rules as they stand with those as they would. Throws like saving the draft
 * would: `not_found`, `invalid_input`, `conflict`.
 */
export async function planReplay(
  asker: TxScope & { readonly merchantId: string; readonly now: Date },
  wish: Wish,
): Promise<ReplayPlan> {
  const { merchantId, now } = asker;
  const sql = asker.tx ? sqlOf(asker.tx) : readSql();
  const settings = await loadSettings(sql, merchantId);
  const current = wish.rule == null ? null : requireRule(await findRule(asker, wish.rule));
  const draft = draftOf(current, { wish, now, rounding: settings.defaultRounding });
  if (draft) await requireSound(sql, asker, draft);
  const rules = await loadPricing(sql, merchantId);
  return {
    range: wish.range,
    from: instantBefore(now, RANGE_DAYS[wish.range]).toISOString(),
    until: now.toISOString(),
    policy: settings.unpricedPolicy,
    rules: rules.map(({ id, version }) => [id, version]),
    rule: current?.id ?? null,
    draft,
  };
}

type About = { readonly wish: Wish; readonly now: Date; readonly rounding: PricingRule["rounding"] };

function draftOf(current: PricingRule | null, { wish, now, rounding }: About): PricingRule | null {
  if (wish.draft === null) return null;
  if (current) return changedRule(current, wish.draft);
  const { operation, method } = requireWhole(wish.draft);
  const blank = { id: newId(now), operation, method, rounding: wish.draft.rounding ?? rounding };
  return firstVersion(blank, { ...wish.draft, rounding: blank.rounding });
}

/** A rule that would be added says at least what it is for and how it bills. Throws `ZodError`. */
function requireWhole(draft: NonNullable<Wish["draft"]>) {
  return createPricingRuleInput.pick({ operation: true, method: true }).parse({
    operation: draft.operation,
    method: draft.method,
  });
}

/** The plan as JSON: rates are decimal strings. */
export function planJson(plan: ReplayPlan) {
  return {
    ...plan,
    rules: plan.rules.map(([id, version]) => [id, version]),
    draft: plan.draft && ruleJson(plan.draft),
  };
}

/** Both sets of rules of a plan, laid out for matching. */
export async function rulesOfPlan(sql: Sql, merchantId: string, plan: ReplayPlan): Promise<ReplayRules> {
  const versions = await loadRuleVersions(
    sql,
    plan.rules.map(([ruleId, version]) => ({ merchantId, ruleId, version })),
  );
  const others = versions.filter((rule) => rule.id !== plan.rule);
  return {
    now: indexRules<PricingRule>(versions),
    draft: indexRules<PricingRule>(plan.draft ? [...others, plan.draft] : others),
    policy: plan.policy,
  };
}
