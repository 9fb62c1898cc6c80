import { plainArray, type Sql, type Statement, statement } from "@/lib/db";
import type { BalanceOrder } from "../schemas";

/** A customer as the list of balances finds them; `place` is what the list is sorted by, as text. */
export type FoundBalance = {
  customerId: string;
  externalId: string;
  name: string | null;
  email: string | null;
  roles: string[];
  frozenAt: Date | null;
  frozenReason: string | null;
  usedAt: Date | null;
  place: string;
};

export type BalancePage = {
  merchantId: string;
  order: BalanceOrder;
  /** The last row of the page before. */
  after: { place: string; customerId: string } | null;
  limit: number;
};

const NAME = "lower(coalesce(c.name, c.email, c.external_id))";

const SHOWN = `c.id AS "customerId", c.external_id AS "externalId", c.name, c.email, c.roles,
       w.frozen_at AS "frozenAt", w.frozen_reason AS "frozenReason", nullif(s.used_at, 'epoch') AS "usedAt"`;

type Column = { readonly by: string; readonly cast: string };

/** What the whole list is sorted by, as an index has it. */
const RANKED = {
  balance: { by: "s.balance_micros", cast: "bigint" },
  used: { by: "s.used_at", cast: "timestamptz" },
  name: { by: NAME, cast: "text" },
} as const satisfies Record<string, Column>;

/** The same of a few customers, as it is now. */
const PICKED = {
  balance: { by: "w.balance_micros", cast: "bigint" },
  used: { by: "coalesce(s.used_at, 'epoch')", cast: "timestamptz" },
  name: { by: NAME, cast: "text" },
} as const satisfies Record<string, Column>;

const WHOLE = `FROM standings s
     JOIN wallets w ON w.merchant_id = s.merchant_id AND w.customer_id = s.customer_id
     JOIN customers c ON c.merchant_id = s.merchant_id AND c.id = s.customer_id
    WHERE s.merchant_id = $1::uuid`;

const BY_NAME = `FROM customers c
     JOIN wallets w ON w.merchant_id = c.merchant_id AND w.customer_id = c.id
     LEFT JOIN standings s ON s.merchant_id = c.merchant_id AND s.customer_id = c.id
    WHERE c.merchant_id = $1::uuid AND c.active`;

const SOME = `FROM unnest($3::uuid[]) AS k(id)
     JOIN customers c ON c.merchant_id = $1::uuid AND c.id = k.id
     JOIN wallets w ON w.merchant_id = c.merchant_id AND w.customer_id = c.id
     LEFT JOIN standings s ON s.merchant_id = c.merchant_id AND s.customer_id = c.id
    WHERE true`;

/** As a cursor keeps it: an instant in ISO 8601, to the millisecond. */
function textOf({ by, cast }: Column): string {
  if (cast !== "timestamptz") return `(${by})::text`;
  return `to_char((${by}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

type Walk = Column & { readonly from: string; readonly id: string; readonly falling: boolean };

/** The first page, and those that go on after a row: each has a condition that its index serves. */
type Pages = { readonly first: Statement; readonly later: Statement };

/** `params` is how many parameters the rows themselves need; the last row of the page before comes after them. */
function pagesOf(name: string, { from, by, cast, id, falling }: Walk, params: number): Pages {
  const [sign, word] = falling ? ["<", "DESC"] : [">", "ASC"];
  const after = `AND (${by}, ${id}) ${sign} ($${params + 1}::${cast}, $${params + 2}::uuid)`;
  const text = (beyond: string) => `SELECT ${SHOWN}, ${textOf({ by, cast })} AS place ${from} ${beyond}
    ORDER BY ${by} ${word}, ${id} ${word} LIMIT $2::int`;
  return { first: statement(`${name}_first`, text("")), later: statement(`${name}_later`, text(after)) };
}

type Orders = Record<BalanceOrder, Pages>;

function ordersOf(make: (key: keyof typeof RANKED, falling: boolean) => Pages): Orders {
  return {
    "-balance": make("balance", true),
    balance: make("balance", false),
    "-used": make("used", true),
    used: make("used", false),
    "-name": make("name", true),
    name: make("name", false),
  };
}

const nameOf = (kind: string, key: string, falling: boolean) =>
  `balances_${kind}_${key}_${falling ? "falling" : "rising"}`;

const OF_ALL = ordersOf((key, falling) => {
  const [from, id] = key === "name" ? [BY_NAME, "c.id"] : [WHOLE, "s.customer_id"];
  return pagesOf(nameOf("all", key, falling), { ...RANKED[key], from, id, falling }, 2);
});

const OF_SOME = ordersOf((key, falling) =>
  pagesOf(nameOf("some", key, falling), { ...PICKED[key], from: SOME, id: "c.id", falling }, 3),
);

/** A page of all who used or were given credits, one row more than the limit. */
export async function findBalances(sql: Sql, page: BalancePage): Promise<FoundBalance[]> {
  return rowsOf(sql, OF_ALL[page.order], { page, more: [] });
}

/** A page of these customers, whether or not they ever had credits. */
export async function findBalancesOf(
  sql: Sql,
  ids: readonly string[],
  page: BalancePage,
): Promise<FoundBalance[]> {
  if (ids.length === 0) return [];
  return rowsOf(sql, OF_SOME[page.order], { page, more: [plainArray(ids, (id) => id)] });
}

async function rowsOf(
  sql: Sql,
  { first, later }: Pages,
  { page, more }: { page: BalancePage; more: readonly string[] },
): Promise<FoundBalance[]> {
  const { merchantId, after, limit } = page;
  const params = [merchantId, String(limit + 1), ...more];
  if (after === null) return sql.rows<FoundBalance>(first, params);
  return sql.rows<FoundBalance>(later, [...params, after.place, after.customerId]);
}

const FROZEN = statement(
  "balances_frozen",
  `SELECT customer_id AS id FROM wallets WHERE merchant_id = $1::uuid AND frozen_at IS NOT NULL
    ORDER BY customer_id DESC LIMIT $2::int`,
);
const IN_DEBT = statement(
  "balances_in_debt",
  `SELECT customer_id AS id FROM wallets WHERE merchant_id = $1::uuid AND debt_micros > 0
    ORDER BY customer_id DESC LIMIT $2::int`,
);

/** The customers whose balance is frozen, or negative; at most `limit`, the newest. */
export async function findInState(
  sql: Sql,
  state: "frozen" | "debt",
  { merchantId, limit }: { merchantId: string; limit: number },
): Promise<string[]> {
  const rows = await sql.rows<{ id: string }>(state === "frozen" ? FROZEN : IN_DEBT, [
    merchantId,
    String(limit),
  ]);
  return rows.map((row) => row.id);
}

const RESETS = statement(
  "balances_latest_resets",
  `SELECT k.id AS "customerId", e.recorded_at AS at FROM unnest($2::uuid[]) AS k(id)
    CROSS JOIN LATERAL (SELECT recorded_at FROM ledger_entries
      WHERE merchant_id = $1::uuid AND customer_id = k.id AND type = 'quota_reset'
        AND type NOT IN ('usage', 'quota_usage') ORDER BY id DESC LIMIT 1) e`,
);

/** When somebody last reset usage of these customers. */
export async function findLatestResets(
  sql: Sql,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, Date>> {
  const rows = await sql.rows<{ customerId: string; at: Date }>(RESETS, [
    merchantId,
    plainArray(ids, (id) => id),
  ]);
  return new Map(rows.map((row) => [row.customerId, row.at]));
}

const COUNT = statement(
  "balances_count",
  `SELECT count(*)::int AS count FROM (SELECT FROM standings WHERE merchant_id = $1::uuid LIMIT $2::int) s`,
);

/** How many customers used or were given credits, counted up to `most`. */
export async function countStandings(sql: Sql, merchantId: string, most: number): Promise<number> {
  const [row] = await sql.rows<{ count: number }>(COUNT, [merchantId, String(most)]);
  return row?.count ?? 0;
}
