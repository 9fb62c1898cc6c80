import { plainArray, prisma, type SqlParam, sqlOf, streamRows } from "@/lib/db";
import type { EntryFilter } from "./entries.repo";

export type Exported = {
  readonly merchantId: string;
  readonly customerId: string | null;
  readonly below: string;
  readonly from: string;
  readonly filter: EntryFilter;
};

const ROWS_PER_READ = 1_000;

const COLUMNS = `to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.type, e.actor ->> 'kind',
  e.actor ->> 'label', c.external_id, c.name, e.module, e.operation, e.provider, e.model, e.delta_micros::text,
  e.balance_after_micros::text, e.cost_micros::text, e.from_quota_micros::text, e.units::text, e.rule_id::text,
  e.rule_version::text, e.note, e."references"::text, e.id::text`;

/** The entries that match as they are now, newest first, as texts, in pieces. */
export async function* streamEntries(
  wanted: Exported,
): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  const { where, params } = matching(wanted);
  const text = `SELECT ${COLUMNS} FROM ledger_entries e
    LEFT JOIN customers c ON c.merchant_id = e.merchant_id AND c.id = e.customer_id
   WHERE ${where} ORDER BY e.id DESC`;
  yield* streamRows({ text, params, rowsPerRead: ROWS_PER_READ });
}

/** How many entries match. */
export async function countEntries(wanted: Exported): Promise<number> {
  const { where, params } = matching(wanted);
  const text = `SELECT count(*)::int AS count FROM ledger_entries e WHERE ${where}`;
  const [row] = await sqlOf(prisma).rows<{ count: number }>({ name: "ledger_count_exactly", text }, params);
  return row?.count ?? 0;
}

function matching(wanted: Exported): { where: string; params: SqlParam[] } {
  const params: SqlParam[] = [wanted.merchantId, wanted.below, wanted.from];
  const conditions = conditionsOf(wanted, (value) => `$${params.push(value)}`);
  const bounds = "e.merchant_id = $1::uuid AND e.id < $2::uuid AND e.id >= $3::uuid";
  return { where: `${bounds} ${conditions.join(" ")}`, params };
}

function conditionsOf({ customerId, filter }: Exported, add: (value: string) => string): string[] {
  const { types, actor, module, model } = filter;
  const conditions: string[] = [];
  if (customerId !== null) conditions.push(`AND e.customer_id = ${add(customerId)}::uuid`);
  if (types !== null) conditions.push(`AND e.type = ANY(${add(plainArray(types, (type) => type))}::text[])`);
  if (actor !== null) {
    const place = add(actor);
    conditions.push(`AND (e.actor ->> 'kind' = ${place}::text OR e.actor ->> 'id' = ${place}::text)`);
  }
  if (module !== null) conditions.push(`AND e.module = ${add(module)}::text`);
  if (model !== null) conditions.push(`AND e.model = ${add(model)}::text`);
  return conditions;
}
