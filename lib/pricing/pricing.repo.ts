import type { Actor } from "@/lib/access";
import { plainArray, readSql, type Sql, sqlOf, statement, type Tx, type TxScope } from "@/lib/db";
import { isId } from "@/lib/kernel/ids";
import type { PricingRule } from "./core/types";

/** One immutable state of a rule, with who made it, when and why. */
export type RuleVersion = PricingRule & {
  readonly actor: Actor;
  readonly reason: string | null;
  readonly createdAt: Date;
};

/** A rule as it stands, with who made its present version, when and why. */
export type ListedRule = PricingRule & {
  readonly edited: { readonly by: Actor; readonly at: Date; readonly reason: string | null };
};

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

const ALL_RULES = statement(
  "pricing_all_rules",
  `SELECT id, version, ${STATE} FROM pricing_rules
    WHERE merchant_id = $1::uuid AND deleted_at IS NULL ORDER BY id`,
);

const RULE = statement(
  "pricing_rule",
  `SELECT id, version, ${STATE} FROM pricing_rules
    WHERE merchant_id = $1::uuid AND id = $2::uuid AND deleted_at IS NULL`,
);

/** The lock makes two edits of one rule run one after the other, so that versions never skip or repeat. */
const LOCK_RULE = statement("pricing_lock_rule", `${RULE.text} FOR UPDATE`);

// A merchant has tens of rules, hundreds at most: filters read them all.
const RULES_BEFORE = statement(
  "pricing_rules_before",
  `SELECT r.*, jsonb_build_object('actor', v.actor, 'reason', v.reason) AS edited, v.created_at AS "editedAt"
     FROM (SELECT merchant_id, id, version, ${STATE} FROM pricing_rules
            WHERE merchant_id = $1::uuid AND deleted_at IS NULL AND ($2::uuid IS NULL OR id < $2::uuid)
              AND ($4::text IS NULL OR module = $4) AND ($5::text IS NULL OR operation = $5)
              AND ($6::text IS NULL OR provider = $6) AND ($7::boolean IS NULL OR enabled = $7)
              AND ($8::text IS NULL OR position(lower($8) IN lower(
                    concat_ws(' ', module, bot, form, operation, provider, model, method))) > 0)
            ORDER BY id DESC LIMIT $3::int) r
     JOIN pricing_rule_versions v
       ON v.merchant_id = r.merchant_id AND v.rule_id = r.id AND v.version = r.version
    ORDER BY r.id DESC`,
);

const VERSIONS_BEFORE = statement(
  "pricing_versions_before",
  `SELECT rule_id AS id, version, ${STATE}, actor, reason, created_at AS "createdAt"
     FROM pricing_rule_versions
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

/** Every rule of a merchant that is not deleted, oldest first. */
export function loadAllRules(sql: Sql, merchantId: string): Promise<PricingRule[]> {
  return sql.rows<PricingRule>(ALL_RULES, [merchantId]);
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

/** What the rules of a list have in common; null: anything. */
export type RuleFilter = {
  readonly module: string | null;
  readonly operation: string | null;
  readonly provider: string | null;
  readonly enabled: boolean | null;
  /** Part of any name the rule mentions, in any case. */
  readonly search: string | null;
};

type ListedRow = PricingRule & {
  readonly merchant_id: string;
  readonly edited: { readonly actor: Actor; readonly reason: string | null };
  readonly editedAt: Date;
};

/** Newest first, after the rule `before`; one row more than the limit tells of a next page. */
export async function findRules(
  scope: MerchantScope,
  page: { before: string | null; limit: number },
  filter: RuleFilter,
): Promise<ListedRule[]> {
  const { module, operation, provider, enabled, search } = filter;
  const rows = await reader(scope).rows<ListedRow>(RULES_BEFORE, [
    scope.merchantId,
    page.before,
    (page.limit + 1).toString(),
    module,
    operation,
    provider,
    enabled === null ? null : String(enabled),
    search,
  ]);
  return rows.map(({ merchant_id: _, edited, editedAt, ...rule }) => ({
    ...rule,
    edited: { by: edited.actor, at: editedAt, reason: edited.reason },
  }));
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
export type RuleSave = {
  readonly merchantId: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly reason: string | null;
};

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
export async function markRuleDeleted(
  tx: Tx,
  { merchantId, now }: Pick<RuleSave, "merchantId" | "now">,
  id: string,
): Promise<void> {
  await tx.pricingRule.update({
    where: { merchantId_id: { merchantId, id } },
    data: { deletedAt: now, enabled: false, updatedAt: now },
  });
}

async function insertVersion(tx: Tx, save: RuleSave, rule: PricingRule): Promise<void> {
  const { merchantId, actor, now, reason } = save;
  const { id, ...state } = rule;
  await tx.pricingRuleVersion.create({
    data: { ...state, merchantId, ruleId: id, actor, reason, createdAt: now },
  });
}

function reader(scope: TxScope): Sql {
  return scope.tx ? sqlOf(scope.tx) : readSql();
}
