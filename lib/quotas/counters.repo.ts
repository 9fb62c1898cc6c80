import { instantArray, plainArray, type Sql, type Statement, statement } from "@/lib/db";
import { micros } from "@/lib/kernel/micros";
import { type CounterBook, counterId, type CounterKey, isChanged, openCounter } from "./core/counter";

const LOAD = statement(
  "quota_counters_load",
  `SELECT c.merchant_id, c.subject_id, c.quota_id, c.period_start, c.used_micros, c.held_micros, c.overdraft_micros
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[])
          AS k(merchant_id, subject_id, quota_id, period_start)
     JOIN quota_counters c ON c.merchant_id = k.merchant_id AND c.subject_id = k.subject_id
                          AND c.quota_id = k.quota_id AND c.period_start = k.period_start`,
);

const UPDATE = statement(
  "quota_counters_update",
  `UPDATE quota_counters c SET used_micros = used_micros + n.used, held_micros = held_micros + n.held,
                               overdraft_micros = overdraft_micros + n.overdraft
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::bigint[], $6::bigint[], $7::bigint[])
          AS n(merchant_id, subject_id, quota_id, period_start, used, held, overdraft)
    WHERE c.merchant_id = n.merchant_id AND c.subject_id = n.subject_id AND c.quota_id = n.quota_id
      AND c.period_start = n.period_start`,
);

const INSERT = statement(
  "quota_counters_insert",
  `INSERT INTO quota_counters (merchant_id, subject_id, quota_id, period_start, used_micros, held_micros,
                               overdraft_micros)
   SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::bigint[], $6::bigint[], $7::bigint[])`,
);

type CounterRow = {
  merchant_id: string;
  subject_id: string;
  quota_id: string;
  period_start: Date;
  used_micros: bigint;
  held_micros: bigint;
  overdraft_micros: bigint;
};

/**
 * Opens these counters, by `counterId`; one that has no row yet opens at zero. The caller holds the lock of every
 * subject (wallet or guest row), which orders all changes of its counters.
 */
export async function loadCounters(sql: Sql, keys: readonly CounterKey[]): Promise<Map<string, CounterBook>> {
  if (keys.length === 0) return new Map();
  const rows = await sql.rows<CounterRow>(LOAD, keyParams(keys));
  const counters = new Map<string, CounterBook>(keys.map((key) => [counterId(key), openCounter(key, null)]));
  for (const row of rows) {
    const key = {
      merchantId: row.merchant_id,
      subjectId: row.subject_id,
      quotaId: row.quota_id,
      periodStart: row.period_start,
    };
    counters.set(
      counterId(key),
      openCounter(key, {
        used: micros(row.used_micros),
        held: micros(row.held_micros),
        overdraft: micros(row.overdraft_micros),
      }),
    );
  }
  return counters;
}

/** Writes what changed, as differences. */
export async function postCounters(sql: Sql, counters: Iterable<CounterBook>): Promise<void> {
  const changed = [...counters].filter(isChanged);
  await Promise.all([
    write(
      sql,
      UPDATE,
      changed.filter((counter) => counter.stored),
    ),
    write(
      sql,
      INSERT,
      changed.filter((counter) => !counter.stored),
    ),
  ]);
}

async function write(sql: Sql, text: Statement, counters: readonly CounterBook[]): Promise<void> {
  if (counters.length === 0) return;
  await sql.rows(text, [
    ...keyParams(counters),
    plainArray(counters, (counter) => counter.usedDelta),
    plainArray(counters, (counter) => counter.heldDelta),
    plainArray(counters, (counter) => counter.overdraftDelta),
  ]);
}

function keyParams(keys: readonly CounterKey[]): string[] {
  return [
    plainArray(keys, (key) => key.merchantId),
    plainArray(keys, (key) => key.subjectId),
    plainArray(keys, (key) => key.quotaId),
    instantArray(keys, (key) => key.periodStart),
  ];
}
