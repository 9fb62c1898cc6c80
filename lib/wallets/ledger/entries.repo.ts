import { plainArray, type Sql, type Statement, statement } from "@/lib/db";
import type { EntryRow } from "../wallets-read.repo";

const COLUMNS = `e.id, e.customer_id AS "customerId", c.external_id AS customer, c.name AS "customerName", e.type,
          e.delta_micros AS delta, e.balance_after_micros AS "balanceAfter", e.cost_micros AS cost,
          e.from_quota_micros AS "fromQuota", e.units, e.module, e.operation, e.provider, e.model,
          e.rule_id AS "ruleId", e.rule_version AS "ruleVersion", e.actor, e."references", e.note,
          e.occurred_at AS "occurredAt", e.recorded_at AS "recordedAt"`;

const CUSTOMER = `LEFT JOIN customers c ON c.merchant_id = e.merchant_id AND c.id = e.customer_id`;

/** What is no usage, as the partial indexes have it. */
const ACTS = "e.type NOT IN ('usage', 'quota_usage')";

/** The ways to the entries, each along an index of its own in the order of the ids. */
const WAYS = {
  all: "",
  customer: "AND e.customer_id = $10::uuid",
  acts_of_customer: `AND ${ACTS} AND e.customer_id = $10::uuid`,
  acts: `AND ${ACTS} AND e.type = $10::text`,
} as const;
type Way = keyof typeof WAYS;

const MATCHES = `($4::text[] IS NULL OR e.type = ANY($4::text[]))
      AND ($5::text IS NULL OR e.actor ->> 'kind' = $5::text OR e.actor ->> 'id' = $5::text)
      AND ($6::text IS NULL OR e.module = $6::text) AND ($7::text IS NULL OR e.model = $7::text)`;

/** Looks at the next so many entries along the way, and tells those that match and how far it came. */
function windowOf(way: Way): Statement {
  return statement(
    `ledger_window_${way}`,
    `WITH seen AS (
       SELECT e.id, e.type, e.actor, e.module, e.model FROM ledger_entries e
        WHERE e.merchant_id = $1::uuid AND e.id < $2::uuid AND e.id >= $3::uuid ${WAYS[way]}
        ORDER BY e.id DESC LIMIT $8::int
     ), far AS (SELECT min(id::text) AS "lastId", count(*)::int AS looked FROM seen),
     found AS (SELECT e.id FROM seen e WHERE ${MATCHES} ORDER BY e.id DESC LIMIT $9::int)
     SELECT far."lastId", far.looked, ${COLUMNS}
       FROM far LEFT JOIN found f ON true
       LEFT JOIN ledger_entries e ON e.merchant_id = $1::uuid AND e.id = f.id ${CUSTOMER} ORDER BY e.id DESC`,
  );
}

const WINDOWS: Record<Way, Statement> = {
  all: windowOf("all"),
  customer: windowOf("customer"),
  acts_of_customer: windowOf("acts_of_customer"),
  acts: windowOf("acts"),
};

export type EntryFilter = {
  readonly types: readonly string[] | null;
  /** A kind of actor, or the id of one. */
  readonly actor: string | null;
  readonly module: string | null;
  readonly model: string | null;
};

/** A way, and the customer or the type that it is about. */
export type Path = { readonly way: Way; readonly along: string | null };

export type Look = {
  readonly merchantId: string;
  readonly below: string;
  readonly from: string;
  readonly filter: EntryFilter;
  readonly path: Path;
  /** At most so many entries are looked at, and so many that match are told. */
  readonly look: number;
  readonly take: number;
};

export type Seen = {
  readonly rows: EntryRow[];
  readonly looked: number;
  /** The last entry that was looked at. */
  readonly lastId: string | null;
};

type Far = { lastId: string | null; looked: number };
type SeenRow = Far & (EntryRow | { [Key in keyof EntryRow]: null });

/** Entries that match among the next so many, newest first. */
export async function lookAtEntries(sql: Sql, { filter, path, ...wanted }: Look): Promise<Seen> {
  const found = await sql.rows<SeenRow>(WINDOWS[path.way], [
    wanted.merchantId,
    wanted.below,
    wanted.from,
    filter.types ? plainArray(filter.types, (each) => each) : null,
    filter.actor,
    filter.module,
    filter.model,
    String(wanted.look),
    String(wanted.take),
    ...(path.along === null ? [] : [path.along]),
  ]);
  const [first] = found;
  const rows = found.flatMap((row): EntryRow[] => {
    if (row.id === null) return [];
    const { lastId: _lastId, looked: _looked, ...entry } = row;
    return [entry];
  });
  return { rows, looked: first?.looked ?? 0, lastId: first?.lastId ?? null };
}

const ONE = statement(
  "ledger_find",
  `SELECT ${COLUMNS} FROM ledger_entries e ${CUSTOMER} WHERE e.merchant_id = $1::uuid AND e.id = $2::uuid`,
);

export async function findEntry(sql: Sql, merchantId: string, id: string): Promise<EntryRow | null> {
  const [row] = await sql.rows<EntryRow>(ONE, [merchantId, id]);
  return row ?? null;
}
