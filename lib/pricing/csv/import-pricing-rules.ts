import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, type Tx, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { changeConfig, loadSettings, registerNames } from "@/lib/merchants";
import { tieAsConflict } from "../check-rule";
import { insertRule, loadAllRules, lockRule, replaceRule, type RuleSave } from "../pricing.repo";
import { ruleJson } from "../rule-json";
import { type ImportRulesInput, importRulesInput } from "../schemas";
import { type ImportLine, planImport } from "./plan-import";
import { readRules } from "./read-rules";

/**
 * Brings rules in from a CSV file, all or none: a line changes the rule with its id or the one for the same requests,
 * and adds one otherwise. Rules that the file does not name stay. The same file again changes nothing. With `dryRun`
 * it only says, line by line, what would happen.
 *
 * Throws `invalid_input` for what is no file of rules, and, unless it is a dry run, when any line is wrong.
 */
export async function importPricingRules(
  ctx: Ctx,
  input: ImportRulesInput,
): Promise<ReturnType<typeof importJson>> {
  requireCan(ctx, "pricing:write");
  const { csv, dryRun, reason = null } = importRulesInput.parse(input);
  const rows = readRules(csv);

  return withTx(ctx, async (tx) => {
    const [rules, settings] = await Promise.all([
      loadAllRules(sqlOf(tx), ctx.merchantId),
      loadSettings(sqlOf(tx), ctx.merchantId),
    ]);
    const lines = planImport(rows, {
      rules,
      rounding: settings.defaultRounding,
      newId: () => newId(ctx.now),
    });
    if (dryRun) return importJson(lines, dryRun);
    requireNoErrors(lines);
    const changes = lines.filter(({ action }) => action !== "unchanged").sort(switchedOffFirst);
    for (const line of changes) await save(tx, { ...ctx, reason }, line);
    if (changes.length > 0) {
      await changeConfig(tx, ctx.merchantId);
      await recordAudit(tx, ctx, {
        action: "pricing_rule.import",
        entity: "merchant",
        entityId: ctx.merchantId,
        details: { rules: changes.map(({ action, rule }) => ({ action, rule: rule?.id ?? null })), reason },
      });
    }
    return importJson(lines, dryRun);
  });
}

function requireNoErrors(lines: readonly ImportLine[]): void {
  const errors = lines.flatMap(({ line, errors: wrong }) =>
    wrong.map(({ path, message }) => ({
      path: path === "" ? `line ${line}` : `line ${line}.${path}`,
      message,
    })),
  );
  if (errors.length > 0)
    throw new AppError("invalid_input", "Some lines need attention. Nothing was saved.", { errors });
}

/** A rule that makes room for another one makes it first. */
function switchedOffFirst(a: ImportLine, b: ImportLine): number {
  return orderOf(a) - orderOf(b);
}

function orderOf({ action, rule }: ImportLine): number {
  if (rule?.enabled === false) return 0;
  return action === "update" ? 1 : 2;
}

async function save(tx: Tx, saver: RuleSave, { before, rule }: ImportLine): Promise<void> {
  if (!rule) return;
  await registerNames(tx, saver, rule);
  if (before === null) return tieAsConflict(() => insertRule(tx, saver, rule));
  const current = await lockRule(tx, saver.merchantId, rule.id);
  if (current?.version !== before.version) {
    throw new AppError(
      "conflict",
      "A rule was changed meanwhile. Nothing was saved: look at the file again.",
    );
  }
  await tieAsConflict(() => replaceRule(tx, saver, rule));
}

/** What an import did or would do, as the API writes it. */
function importJson(lines: readonly ImportLine[], dryRun: boolean) {
  const count = (action: ImportLine["action"]) => lines.filter((line) => line.action === action).length;
  return {
    dryRun,
    created: count("create"),
    updated: count("update"),
    unchanged: count("unchanged"),
    wrong: count("error"),
    lines: lines.map(({ line, action, before, rule, errors }) => ({
      line,
      action,
      before: before && ruleJson(before),
      rule: rule && ruleJson(rule),
      errors: [...errors],
    })),
  };
}
export type RuleImport = ReturnType<typeof importJson>;
