import type { Actor } from "@/lib/access";
import { plainArray, readSql, type Sql, sqlOf, statement, type Tx, type TxScope } from "@/lib/db";
import { isId } from "@/lib/kernel/ids";
import type { PricingRule } from "./core/types";

/** One immutable state of a rule, with who made it and when. */
export type RuleVersion = PricingRule & { readonly actor: Actor; readonly createdAt: Date };

/** Which version of which rule: what a hold or an entry remembers of its price. */
export type RuleRef = { readonly merchantId: string; readonly ruleId: string; readonly version: number };

/** Whose rows, and in which transaction if one is open. `Ctx` is one. */
export type MerchantScope = TxScope & { readonly merchantId: string };

const STATE = `module, bot, form, operation, provider, model, method, rounding, enabled,
  input_rate_micros AS "inputRate", output_rate_micros AS "outputRate",
  cached_input_rate_micros AS "cachedInputRate", cache_write_rate_micros AS "cacheWriteRate",
  reasoning_rate_micros AS "reasoningRate", unit_rate_micros AS "unitRate"`;

const ENABLED_RULES = statement(
  "pricing_enabled_rules",
  `SELECT id, version, ${STATE} FROM pricing_rules
    WHERE merchant_id = $1::uuid AND enabled AND deleted_at IS NULL`,
);

const RULE = statement(
  "pricing_rule",
  `SELECT id, version, ${STATE} FROM pricing_rules
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND deleted_at IS NULL`,
);

/** The lock makes two edits of one rule run one after the other, so that versions never skip or repeat. */
const LOCK_RULE = statement("pricing_lock_rule", `${RULE.text} FOR UPDATE`);

const RULES_BEFORE = statement(
  "pricing_rules_before",
  `SELECT id, version, ${STATE} FROM pricing_rules
    WHERE merchant_id = $1::uuid AND deleted_at IS NULL AND ($2::uuid IS NULL OR id < $2::uuid)
    ORDER BY id DESC LIMIT $3::int`,
);

const VERSIONS_BEFORE = statement(
  "pricing_versions_before",
  `SELECT rule_id AS id, version, ${STATE}, actor, created_at AS "createdAt" FROM pricing_rule_versions
    WHERE merchant_id = $1::uuid AND rule_id = $2::uuid AND ($3::int IS NULL OR version < $3::int)
    ORDER BY version DESC LIMIT $4::int`,
);

const VERSIONS = statement(
  "pricing_rule_versions",
  `SELECT merchant_id AS "merchantId", rule_id AS id, version, ${STATE} FROM pricing_rule_versions
     JOIN unnest($1::uuid[], $2::uuid[], $3::int[]) AS wanted (merchant, rule, number)
       ON merchant_id = wanted.merchant AND rule_id = wanted.rule AND version = wanted.number`,
);

/** The enabled rules of a merchant, as `indexRules` takes them. */
export function loadPricing(sql: Sql, merchantId: string): Promise<PricingRule[]> {
  return sql.rows<PricingRule>(ENABLED_RULES, [merchantId]);
}

/** The named versions, deleted rules included: what holds were authorized under. Unknown ones are left out. */
export async function loadRuleVersions(
  sql: Sql,
  refs: readonly RuleRef[],
): Promise<(PricingRule & { readonly merchantId: string })[]> {
  if (refs.length === 0) return [];
  return sql.rows(VERSIONS, [
    plainArray(refs, (ref) => ref.merchantId),
    plainArray(refs, (ref) => ref.ruleId),
    plainArray(refs, (ref) => ref.version),
  ]);
}

export async function findRule(scope: MerchantScope, id: string): Promise<PricingRule | null> {
  if (!isId(id)) return null;
  const [rule] = await reader(scope).rows<PricingRule>(RULE, [scope.merchantId, id]);
  return rule ?? null;
}

/** The rule as it stands, locked until the transaction ends. */
export async function lockRule(tx: Tx, merchantId: string, id: string): Promise<PricingRule | null> {
  if (!isId(id)) return null;
  const [rule] = await sqlOf(tx).rows<PricingRule>(LOCK_RULE, [merchantId, id]);
  return rule ?? null;
}

/** Newest first, after the rule `before`; one row more than the limit tells of a next page. */
export function findRules(
  scope: MerchantScope,
  page: { before: string | null; limit: number },
): Promise<PricingRule[]> {
  const params = [scope.merchantId, page.before, (page.limit + 1).toString()];
  return reader(scope).rows<PricingRule>(RULES_BEFORE, params);
}

/** Newest first, after the version `before`; one row more than the limit tells of a next page. */
export async function findVersions(
  scope: MerchantScope,
  ruleId: string,
  page: { before: number | null; limit: number },
): Promise<RuleVersion[]> {
  if (!isId(ruleId)) return [];
  const params = [scope.merchantId, ruleId, page.before?.toString() ?? null, (page.limit + 1).toString()];
  return reader(scope).rows<RuleVersion>(VERSIONS_BEFORE, params);
}

/** Who saves a rule, for whom and when. */
export type RuleSave = { readonly merchantId: string; readonly actor: Actor; readonly now: Date };

export async function insertRule(tx: Tx, save: RuleSave, rule: PricingRule): Promise<void> {
  const { merchantId, now } = save;
  await tx.pricingRule.create({ data: { ...rule, merchantId, createdAt: now, updatedAt: now } });
  await insertVersion(tx, save, rule);
}

/** Makes `rule` the current state and its version an immutable row. */
export async function replaceRule(tx: Tx, save: RuleSave, rule: PricingRule): Promise<void> {
  const { id, ...state } = rule;
  await tx.pricingRule.update({
    where: { merchantId_id: { merchantId: save.merchantId, id } },
    data: { ...state, updatedAt: save.now },
  });
  await insertVersion(tx, save, rule);
}

/** Takes the rule out of pricing; its versions stay, because charges name them. */
export async function markRuleDeleted(tx: Tx, { merchantId, now }: RuleSave, id: string): Promise<void> {
  await tx.pricingRule.update({
    where: { merchantId_id: { merchantId, id } },
    data: { deletedAt: now, enabled: false, updatedAt: now },
  });
}

async function insertVersion(tx: Tx, save: RuleSave, rule: PricingRule): Promise<void> {
  const { merchantId, actor, now } = save;
  const { id, ...state } = rule;
  await tx.pricingRuleVersion.create({ data: { ...state, merchantId, ruleId: id, actor, createdAt: now } });
}

function reader(scope: TxScope): Sql {
  return scope.tx ? sqlOf(scope.tx) : readSql();
}
