import type { SqlParam } from "@/lib/db";
import type { Evidence } from "./core/evidence";

/** Which logs: what the filters came to. Instants are `[from, until)`; null is "any". */
export type LogSelection = {
  readonly merchantId: string;
  readonly search: string | null;
  readonly module: string | null;
  readonly bot: string | null;
  readonly withoutBot: boolean;
  readonly store: string | null;
  readonly customer: string | null;
  /** Visitors without account only, or customers only. */
  readonly guests: boolean | null;
  readonly model: string | null;
  readonly provider: string | null;
  readonly evidence: Evidence | null;
  readonly failed: boolean | null;
  readonly unpriced: boolean | null;
  readonly refused: boolean | null;
  readonly from: Date | null;
  readonly until: Date | null;
};

/** The parameters of a statement in the making: `add` gives the place of one (`$3`). */
export type Params = { readonly list: readonly SqlParam[]; add(value: SqlParam): string };

export function startParams(): Params {
  const list: SqlParam[] = [];
  return { list, add: (value) => `$${list.push(value)}` };
}

/**
 * The condition on `logs l` that selects, its values added to `params`; what was said in the logs is not part of it.
 * Only filters that are given are in the text: each combination is planned for itself.
 */
export function conditionOf(selection: LogSelection, params: Params): string {
  const parts = [frameOf, valuesOf, tracesOf].flatMap((partOf) => partOf(selection, params));
  return parts.join(" AND ");
}

/** The part of the condition that indexes in order of activity serve. */
export function frameOf(selection: LogSelection, params: Params): string[] {
  return [`l.merchant_id = ${params.add(selection.merchantId)}::uuid`, ...narrowingsOf(selection, params)];
}

/** The same for whoever wants no such index: PostgreSQL does not see that the merchant is one it could look up. */
export function looseFrameOf(selection: LogSelection, params: Params): string[] {
  const merchant = `(l.merchant_id = ${params.add(selection.merchantId)}::uuid) IS TRUE`;
  return [merchant, ...narrowingsOf(selection, params)];
}

function narrowingsOf(selection: LogSelection, params: Params): string[] {
  const { merchantId, customer, from, until } = selection;
  const customerId = () =>
    `(SELECT id FROM customers WHERE merchant_id = ${params.add(merchantId)}::uuid AND external_id = ${params.add(customer)})`;
  return [
    ...(customer === null ? [] : [`l.customer_id = ${customerId()}`]),
    ...marksOf(selection),
    ...(from ? [`l.last_at >= ${params.add(from.toISOString())}::timestamptz`] : []),
    ...(until ? [`l.last_at < ${params.add(until.toISOString())}::timestamptz`] : []),
  ];
}

const VALUES = ["module", "bot", "store", "model", "provider"] as const;

/** Whether a value is asked for by which no index is in order: it may be anywhere. */
export function hasValues(selection: LogSelection): boolean {
  return selection.withoutBot || VALUES.some((name) => selection[name] !== null);
}

/** The part of the condition about values. */
export function valuesOf(selection: LogSelection, params: Params): string[] {
  const equal = VALUES.flatMap((name) => {
    const value = selection[name];
    return value === null ? [] : [`l.${name} = ${params.add(value)}`];
  });
  return selection.withoutBot ? [...equal, "l.bot IS NULL"] : equal;
}

/**
 * What follows from the values, said as the index `logs_values` has it: of each stretch of the table it knows which
 * values may be in it, and which bots of a module and models of a provider. The merchant is part of a value, for the
 * rare model of one is the common one of another.
 */
export function tracesOf(selection: LogSelection, params: Params): string[] {
  const bot = selection.withoutBot ? "" : selection.bot;
  const { module, store, provider, model } = selection;
  const trace = (column: string, value: string | null) =>
    value === null
      ? []
      : [
          `tollgate_value(l.merchant_id, ${column}) =
           tollgate_value(${params.add(selection.merchantId)}::uuid, ${params.add(value)})`,
        ];
  return [
    ...trace("l.module", module),
    ...trace("l.bot", bot),
    ...trace("l.store", store),
    ...trace("l.provider", provider),
    ...trace("l.model", model),
    ...trace("l.module || ' ' || coalesce(l.bot, '')", both(module, bot)),
    ...trace("l.provider || ' ' || l.model", both(provider, model)),
  ];
}

function both(first: string | null, second: string | null): string | null {
  return first === null || second === null ? null : `${first} ${second}`;
}

/** Each is written as the partial index on it is, so that the index serves it. */
function marksOf({ guests, failed, unpriced, refused, evidence }: LogSelection): string[] {
  return [
    ...either(guests, "l.customer_id IS NULL", "l.customer_id IS NOT NULL"),
    ...either(failed, "l.failed", "NOT l.failed"),
    ...either(unpriced, "l.unpriced", "NOT l.unpriced"),
    ...either(refused, "l.overdraft_micros > 0", "l.overdraft_micros = 0"),
    // One of four known words.
    ...(evidence === null ? [] : [`l.evidence = '${evidence}'`]),
  ];
}

function either(wanted: boolean | null, yes: string, no: string): string[] {
  return wanted === null ? [] : [wanted ? yes : no];
}
