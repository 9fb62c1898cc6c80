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
  const { merchantId, customer, from, until } = selection;
  const merchant = `${params.add(merchantId)}::uuid`;
  const customerId = () =>
    `(SELECT id FROM customers WHERE merchant_id = ${merchant} AND external_id = ${params.add(customer)})`;
  return [
    `l.merchant_id = ${merchant}`,
    ...valuesOf(selection, params),
    ...(customer === null ? [] : [`l.customer_id = ${customerId()}`]),
    ...marksOf(selection),
    ...(from ? [`l.last_at >= ${params.add(from.toISOString())}::timestamptz`] : []),
    ...(until ? [`l.last_at < ${params.add(until.toISOString())}::timestamptz`] : []),
  ].join(" AND ");
}

const VALUES = ["module", "bot", "store", "model", "provider"] as const;

function valuesOf(selection: LogSelection, params: Params): string[] {
  const equal = VALUES.flatMap((name) => {
    const value = selection[name];
    return value === null ? [] : [`l.${name} = ${params.add(value)}`];
  });
  return selection.withoutBot ? [...equal, "l.bot IS NULL"] : equal;
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
