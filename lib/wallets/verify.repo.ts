import { plainArray, type Sql, statement } from "@/lib/db";

/**
 * Compares, wallet by wallet, the sum of ledger deltas, the sum of lot remainders less debt, and the shown balance;
 * and the credits that lots hold with what open holds name. One pass over each table, nothing sorted.
 */
const PROVE = statement(
  "wallets_prove",
  `WITH ledger AS (
     SELECT merchant_id, customer_id, sum(delta_micros) AS total, count(*) AS entries FROM ledger_entries
      WHERE customer_id IS NOT NULL AND ($1::uuid IS NULL OR merchant_id = $1::uuid) GROUP BY 1, 2
   ), stock AS (
     SELECT merchant_id, customer_id, sum(remaining_micros) AS remaining, sum(held_micros) AS held FROM lots
      WHERE NOT used_up AND ($1::uuid IS NULL OR merchant_id = $1::uuid) GROUP BY 1, 2
   ), kept AS (
     SELECT merchant_id, customer_id, sum(from_balance_micros) AS held FROM holds
      WHERE state = 'open' AND customer_id IS NOT NULL AND ($1::uuid IS NULL OR merchant_id = $1::uuid) GROUP BY 1, 2
   ), facts AS (
     SELECT w.merchant_id, w.customer_id, w.balance_micros AS balance,
            coalesce(l.total, 0)::bigint AS ledger, coalesce(l.entries, 0) AS entries,
            (coalesce(s.remaining, 0) - w.debt_micros)::bigint AS lots, w.held_micros AS held,
            coalesce(s.held, 0)::bigint AS lots_held, coalesce(k.held, 0)::bigint AS holds
       FROM wallets w
       LEFT JOIN ledger l USING (merchant_id, customer_id)
       LEFT JOIN stock s USING (merchant_id, customer_id)
       LEFT JOIN kept k USING (merchant_id, customer_id)
      WHERE $1::uuid IS NULL OR w.merchant_id = $1::uuid
   ), totals AS (
     SELECT count(*) AS wallets, coalesce(sum(entries), 0)::bigint AS entries FROM facts
   )
   SELECT t.wallets, t.entries, f.merchant_id, f.customer_id, f.balance, f.ledger, f.lots, f.held, f.lots_held, f.holds
     FROM totals t
     LEFT JOIN LATERAL (
       SELECT * FROM facts WHERE ledger <> balance OR lots <> balance OR held <> lots_held OR lots_held <> holds
        ORDER BY merchant_id, customer_id LIMIT 100) f ON true`,
);

/** The same for some wallets of a merchant, by lookups: never a pass over all entries. */
const PROVE_SOME = statement(
  "wallets_prove_some",
  `WITH k AS (SELECT unnest($2::uuid[]) AS customer_id), facts AS (
     SELECT w.merchant_id, w.customer_id, w.balance_micros AS balance,
            coalesce(l.total, 0)::bigint AS ledger, coalesce(l.entries, 0) AS entries,
            (coalesce(s.remaining, 0) - w.debt_micros)::bigint AS lots, w.held_micros AS held,
            coalesce(s.held, 0)::bigint AS lots_held, coalesce(h.held, 0)::bigint AS holds
       FROM k
       JOIN wallets w ON w.merchant_id = $1::uuid AND w.customer_id = k.customer_id
       LEFT JOIN LATERAL (SELECT sum(delta_micros) AS total, count(*) AS entries FROM ledger_entries e
          WHERE e.merchant_id = $1::uuid AND e.customer_id = k.customer_id) l ON true
       LEFT JOIN LATERAL (SELECT sum(remaining_micros) AS remaining, sum(held_micros) AS held FROM lots o
          WHERE o.merchant_id = $1::uuid AND o.customer_id = k.customer_id AND NOT o.used_up) s ON true
       LEFT JOIN LATERAL (SELECT sum(from_balance_micros) AS held FROM holds d
          WHERE d.merchant_id = $1::uuid AND d.customer_id = k.customer_id AND d.state = 'open') h ON true
   ), totals AS (SELECT count(*) AS wallets, coalesce(sum(entries), 0)::bigint AS entries FROM facts)
   SELECT t.wallets, t.entries, f.merchant_id, f.customer_id, f.balance, f.ledger, f.lots, f.held, f.lots_held, f.holds
     FROM totals t
     LEFT JOIN LATERAL (
       SELECT * FROM facts WHERE ledger <> balance OR lots <> balance OR held <> lots_held OR lots_held <> holds
        ORDER BY customer_id LIMIT 100) f ON true`,
);

/** The first entry of a wallet whose balance is not the one before it plus its own delta. */
const FIRST_BREAK = statement(
  "wallets_first_break",
  `SELECT id FROM (
     SELECT id, balance_after_micros, sum(delta_micros) OVER (ORDER BY id) AS running FROM ledger_entries
      WHERE merchant_id = $1::uuid AND customer_id = $2::uuid) e
    WHERE balance_after_micros <> running ORDER BY id LIMIT 1`,
);

/** What quotas keep for open holds, against what those holds say they set aside. */
const PROVE_COUNTERS = statement(
  "quota_counters_prove",
  `WITH kept AS (
     SELECT h.merchant_id, (q ->> 0)::uuid AS quota_id, (q ->> 1)::uuid AS subject_id,
            (q ->> 2)::timestamptz AS period_start, sum((q ->> 3)::bigint) AS held
       FROM holds h CROSS JOIN LATERAL json_array_elements(h.quotas) AS q
      WHERE h.state = 'open' AND ($1::uuid IS NULL OR h.merchant_id = $1::uuid) GROUP BY 1, 2, 3, 4
   )
   SELECT coalesce(c.merchant_id, k.merchant_id) AS merchant_id, coalesce(c.subject_id, k.subject_id) AS subject_id,
          coalesce(c.quota_id, k.quota_id) AS quota_id, coalesce(c.held_micros, 0) AS counted,
          coalesce(k.held, 0)::bigint AS holds
     FROM (SELECT * FROM quota_counters WHERE held_micros <> 0 AND ($1::uuid IS NULL OR merchant_id = $1::uuid)) c
     FULL JOIN kept k USING (merchant_id, subject_id, quota_id, period_start)
    WHERE coalesce(c.held_micros, 0) <> coalesce(k.held, 0) LIMIT 100`,
);

/** Credits that the ledger counts and the shown balances do not, yet or any more: sums that no bigint bounds. */
const UNSHOWN = statement(
  "lots_unshown",
  `SELECT coalesce(sum(remaining_micros - held_micros) FILTER (WHERE expires_at <= $2::timestamptz), 0)::text AS expired,
          coalesce(sum(remaining_micros) FILTER (WHERE effective_at > $2::timestamptz), 0)::text AS future
     FROM lots WHERE NOT used_up AND ($1::uuid IS NULL OR merchant_id = $1::uuid)
      AND (expires_at <= $2::timestamptz OR effective_at > $2::timestamptz)`,
);

export type ProofRow = {
  wallets: bigint;
  entries: bigint;
  merchant_id: string | null;
  customer_id: string | null;
  balance: bigint;
  ledger: bigint;
  lots: bigint;
  held: bigint;
  lots_held: bigint;
  holds: bigint;
};

export type CounterBreakRow = {
  merchant_id: string;
  subject_id: string;
  quota_id: string;
  counted: bigint;
  holds: bigint;
};

export async function proveWallets(sql: Sql, merchantId: string | null): Promise<ProofRow[]> {
  return sql.rows<ProofRow>(PROVE, [merchantId]);
}

export async function proveSome(
  sql: Sql,
  merchantId: string,
  customerIds: readonly string[],
): Promise<ProofRow[]> {
  return sql.rows<ProofRow>(PROVE_SOME, [merchantId, plainArray(customerIds, (id) => id)]);
}

export async function proveCounters(sql: Sql, merchantId: string | null): Promise<CounterBreakRow[]> {
  return sql.rows<CounterBreakRow>(PROVE_COUNTERS, [merchantId]);
}

export async function findFirstBreak(
  sql: Sql,
  merchantId: string,
  customerId: string,
): Promise<string | null> {
  const [row] = await sql.rows<{ id: string }>(FIRST_BREAK, [merchantId, customerId]);
  return row?.id ?? null;
}

export async function findUnshown(
  sql: Sql,
  merchantId: string | null,
  now: Date,
): Promise<{ expired: bigint; future: bigint }> {
  const [row] = await sql.rows<{ expired: string; future: string }>(UNSHOWN, [merchantId, now.toISOString()]);
  return { expired: BigInt(row?.expired ?? 0), future: BigInt(row?.future ?? 0) };
}
