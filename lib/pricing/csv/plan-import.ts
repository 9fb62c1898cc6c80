import type { FieldIssue } from "@/lib/kernel/errors";
import { changedRule, firstVersion } from "../core/changed-rule";
import { findTie } from "../core/find-tie";
import { rateProblems } from "../core/methods";
import type { PricingRule, Rounding, RuleTarget } from "../core/types";
import { tieWith } from "../check-rule";
import type { ReadRow } from "./read-rules";

/** What a line of the file would do: `before` is the rule it changes, null when it adds one. */
export type ImportLine = {
  readonly line: number;
  readonly action: "create" | "update" | "unchanged" | "error";
  readonly before: PricingRule | null;
  readonly rule: PricingRule | null;
  readonly errors: ReadRow["errors"];
};

type Frame = {
  readonly rules: readonly PricingRule[];
  readonly rounding: Rounding;
  readonly newId: () => string;
};

/**
 * What importing the lines would do. A line changes the rule with its id, or else the one rule that is for the same
 * requests; so the same file twice changes nothing the second time. Rules are held against each other as they would
 * stand in the end.
 */
export function planImport(rows: readonly ReadRow[], frame: Frame): ImportLine[] {
  const taken = new Set<string>();
  const lines = rows.map((row) => planRow(row, { ...frame, taken }));
  const after = new Map(frame.rules.map((rule) => [rule.id, rule]));
  for (const { rule } of lines) if (rule) after.set(rule.id, rule);
  const standing = [...after.values()];
  return lines.map((line) => {
    const tie = line.rule && findTie(standing, line.rule);
    if (!tie || line.action === "unchanged") return line;
    return { ...line, action: "error", errors: [{ path: "", message: tieWith(tie).message }] };
  });
}

function planRow(row: ReadRow, frame: Frame & { taken: Set<string> }): ImportLine {
  const { line, wish } = row;
  const failed = { line, action: "error", before: null, rule: null, errors: row.errors } as const;
  if (!wish) return failed;
  const { reason: _, ...state } = wish;
  const before = ruleOfRow(row.id, state, frame.rules);
  const misplaced = problemOf(row.id, before, frame.taken);
  if (misplaced) return { ...failed, errors: [misplaced] };

  const rule = before ? changedRule(before, whole(state)) : added(state, frame);
  const problems = rateProblems(rule);
  if (problems.length > 0) return { ...failed, before, errors: problems };
  return { line, action: actionOf(before, rule), before, rule, errors: [] };
}

/** The rule with the id, or without one the rule for the same requests. */
function ruleOfRow(id: string | null, state: State, rules: readonly PricingRule[]): PricingRule | null {
  const target = targetOf(state);
  return rules.find((rule) => (id === null ? sameTarget(rule, target) : rule.id === id)) ?? null;
}

/** A line about a rule that is not there, or that another line is about. Notes which rules lines are about. */
function problemOf(id: string | null, before: PricingRule | null, taken: Set<string>): FieldIssue | null {
  if (before === null) {
    return id === null
      ? null
      : { path: "id", message: "There is no such rule. Leave the id out to add one." };
  }
  if (taken.has(before.id)) return { path: "", message: "Another line of the file is about this rule." };
  taken.add(before.id);
  return null;
}

function added(state: State, { rounding: usual, newId }: Frame): PricingRule {
  const { operation, method, rounding = usual } = state;
  return firstVersion({ id: newId(), operation, method, rounding }, { ...state, rounding });
}

function actionOf(before: PricingRule | null, rule: PricingRule): ImportLine["action"] {
  if (before === null) return "create";
  return rule === before ? "unchanged" : "update";
}

type State = Omit<NonNullable<ReadRow["wish"]>, "reason">;

/** An empty cell of a rule that is there clears what it held; rounding and switch stay when they are not told. */
function whole(state: State): State {
  const cleared = { ...targetOf(state), inputRate: null, outputRate: null, unitRate: null };
  return { ...cleared, cachedInputRate: null, cacheWriteRate: null, reasoningRate: null, ...state };
}

function targetOf(state: State): RuleTarget {
  return {
    module: state.module ?? null,
    bot: state.bot ?? null,
    form: state.form ?? null,
    operation: state.operation,
    provider: state.provider ?? null,
    model: state.model ?? null,
  };
}

function sameTarget(a: RuleTarget, b: RuleTarget): boolean {
  return (
    a.module === b.module &&
    a.bot === b.bot &&
    a.form === b.form &&
    a.operation === b.operation &&
    a.provider === b.provider &&
    a.model === b.model
  );
}
