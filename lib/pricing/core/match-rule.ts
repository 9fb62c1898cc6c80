import { modelFits, modelKind } from "./model-pattern";
import { rankOf } from "./rank";
import type { PriceableRequest, PricingRule } from "./types";

/** Rules of one operation and one scope value, most specific first. */
type Shelf<Rule> = { readonly byModel: Map<string, Rule[]>; readonly other: Rule[] };

type OperationIndex<Rule> = {
  readonly bots: Map<string, Shelf<Rule>>;
  readonly forms: Map<string, Shelf<Rule>>;
  readonly modules: Map<string, Shelf<Rule>>;
  readonly anywhere: Shelf<Rule>;
};

/** A merchant's enabled rules, laid out so that matching a request looks things up instead of scanning. */
export type RuleIndex<Rule extends PricingRule = PricingRule> = ReadonlyMap<string, OperationIndex<Rule>>;

/** Builds the index once per version of a merchant's rule set. Disabled rules are left out. */
export function indexRules<Rule extends PricingRule>(rules: readonly Rule[]): RuleIndex<Rule> {
  const index = new Map<string, OperationIndex<Rule>>();
  for (const rule of rules.filter((each) => each.enabled).sort(bySpecificity)) {
    const shelf = shelfOf(operationOf(index, rule.operation), rule);
    if (rule.model === null || modelKind(rule.model) !== "exact") shelf.other.push(rule);
    else entryOf(shelf.byModel, rule.model, () => []).push(rule);
  }
  return index;
}

/**
 * The one rule that prices a request, or null: the most specific enabled rule (see `rankOf`). Operation,
 * names and models are compared case-sensitively. The winner does not depend on the order of the rules.
 */
export function matchIndexed<Rule extends PricingRule>(
  index: RuleIndex<Rule>,
  request: PriceableRequest,
): Rule | null {
  const operation = index.get(request.operation);
  if (!operation) return null;
  return (
    pick(find(operation.bots, request.bot), request) ??
    pick(find(operation.forms, request.form), request) ??
    pick(find(operation.modules, request.module), request) ??
    pick(operation.anywhere, request)
  );
}

/** `matchIndexed` for a caller who asks once; whoever prices a stream of requests keeps the index. */
export function matchRule<Rule extends PricingRule>(
  rules: readonly Rule[],
  request: PriceableRequest,
): Rule | null {
  return matchIndexed(indexRules(rules), request);
}

/** Whether every field the rule names equals the request's. `enabled` is not looked at. */
export function ruleFits(rule: PricingRule, request: PriceableRequest): boolean {
  return (
    rule.operation === request.operation &&
    (rule.bot === null || rule.bot === request.bot) &&
    (rule.form === null || rule.form === request.form) &&
    (rule.module === null || rule.module === request.module) &&
    (rule.provider === null || rule.provider === request.provider) &&
    modelFits(rule.model, request.model)
  );
}

/** The first rule of a shelf that fits. Exact models come before patterns, so the two lists never mix. */
function pick<Rule extends PricingRule>(
  shelf: Shelf<Rule> | undefined,
  request: PriceableRequest,
): Rule | null {
  if (!shelf) return null;
  const exact = request.model === null ? undefined : shelf.byModel.get(request.model);
  if (exact) {
    for (const rule of exact) if (ruleFits(rule, request)) return rule;
  }
  for (const rule of shelf.other) if (ruleFits(rule, request)) return rule;
  return null;
}

function find<Value>(map: Map<string, Value>, key: string | null): Value | undefined {
  return key === null ? undefined : map.get(key);
}

/** Ties are refused when a rule is saved; should one exist all the same, the lower id wins, always. */
function bySpecificity(a: PricingRule, b: PricingRule): number {
  return rankOf(b) - rankOf(a) || (a.id < b.id ? -1 : 1);
}

function shelfOf<Rule extends PricingRule>(operation: OperationIndex<Rule>, rule: Rule): Shelf<Rule> {
  if (rule.bot !== null) return entryOf(operation.bots, rule.bot, emptyShelf<Rule>);
  if (rule.form !== null) return entryOf(operation.forms, rule.form, emptyShelf<Rule>);
  if (rule.module !== null) return entryOf(operation.modules, rule.module, emptyShelf<Rule>);
  return operation.anywhere;
}

function operationOf<Rule>(
  index: Map<string, OperationIndex<Rule>>,
  operation: string,
): OperationIndex<Rule> {
  return entryOf(index, operation, () => ({
    bots: new Map(),
    forms: new Map(),
    modules: new Map(),
    anywhere: emptyShelf<Rule>(),
  }));
}

function emptyShelf<Rule>(): Shelf<Rule> {
  return { byModel: new Map(), other: [] };
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
