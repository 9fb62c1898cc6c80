import { instantArray, jsonItems, jsonList, plainArray, type Sql, statement, textArray } from "@/lib/db";
import { rollUpSlot } from "@/lib/kernel/roll-up-slot";
import type { LedgerEntry } from "./core/entry";
import { foldEntries, type LedgerDayRow } from "./core/ledger-days";

const INSERT_ENTRIES = statement(
  "ledger_insert",
  `INSERT INTO ledger_entries (merchant_id, id, customer_id, guest_id, type, delta_micros, balance_after_micros,
       cost_micros, from_quota_micros, units, module, operation, provider, model, rule_id, rule_version, actor,
       "references", note, occurred_at, recorded_at)
   SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bigint[], $7::bigint[],
       $8::bigint[], $9::bigint[], $10::bigint[], $11::text[], $12::text[], $13::text[], $14::text[], $15::uuid[],
       $16::int[], ${jsonItems(17)}::json[], ${jsonItems(18)}::json[], $19::text[], $20::timestamptz[], $21::timestamptz[])`,
);

const ADD_ENTRIES = statement(
  "ledger_days_add",
  `INSERT INTO ledger_days AS d (merchant_id, day, type, entries, added_micros, taken_micros, quota_micros, slot)
   SELECT *, $8::int FROM unnest($1::uuid[], $2::date[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])
   ON CONFLICT (merchant_id, day, type, slot) DO UPDATE SET
       entries = d.entries + excluded.entries, added_micros = d.added_micros + excluded.added_micros,
       taken_micros = d.taken_micros + excluded.taken_micros, quota_micros = d.quota_micros + excluded.quota_micros`,
);

/**
 * Appends entries and adds them to the daily figures; `dayOf` tells the merchant's local day of an entry. There is
 * no statement that changes or removes an entry.
 */
export async function postEntries(
  sql: Sql,
  entries: readonly LedgerEntry[],
  dayOf: (entry: LedgerEntry) => string,
): Promise<void> {
  await Promise.all([insertEntries(sql, entries), addLedgerDays(sql, foldEntries(entries, dayOf))]);
}

async function insertEntries(sql: Sql, entries: readonly LedgerEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await sql.rows(INSERT_ENTRIES, [
    plainArray(entries, (entry) => entry.merchantId),
    plainArray(entries, (entry) => entry.id),
    plainArray(entries, (entry) => entry.customerId),
    plainArray(entries, (entry) => entry.guestId),
    plainArray(entries, (entry) => entry.type),
    plainArray(entries, (entry) => entry.delta),
    plainArray(entries, (entry) => entry.balanceAfter),
    plainArray(entries, (entry) => entry.cost),
    plainArray(entries, (entry) => entry.fromQuota),
    plainArray(entries, (entry) => entry.units),
    textArray(entries, (entry) => entry.module),
    textArray(entries, (entry) => entry.operation),
    textArray(entries, (entry) => entry.provider),
    textArray(entries, (entry) => entry.model),
    plainArray(entries, (entry) => entry.rule?.id ?? null),
    plainArray(entries, (entry) => entry.rule?.version ?? null),
    jsonList(entries, (entry) => JSON.stringify(entry.actor)),
    jsonList(entries, (entry) => JSON.stringify(entry.references)),
    textArray(entries, (entry) => entry.note),
    instantArray(entries, (entry) => entry.occurredAt),
    instantArray(entries, (entry) => entry.recordedAt),
  ]);
}

async function addLedgerDays(sql: Sql, rows: readonly LedgerDayRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.rows(ADD_ENTRIES, [
    plainArray(rows, (row) => row.merchantId),
    plainArray(rows, (row) => row.day),
    plainArray(rows, (row) => row.type),
    plainArray(rows, (row) => row.entries),
    plainArray(rows, (row) => row.added),
    plainArray(rows, (row) => row.taken),
    plainArray(rows, (row) => row.quota),
    rollUpSlot(),
  ]);
}
