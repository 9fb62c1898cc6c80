import { plainArray, type Sql, statement, textArray } from "@/lib/db";
import { rollUpSlot } from "@/lib/kernel/roll-up-slot";
import type { UsageDayRow } from "./core/roll-up";

const ADD_USAGE = statement(
  "usage_days_add",
  `INSERT INTO usage_days AS d (merchant_id, day, module, operation, provider, model, bot, store, requests, failures,
       unpriced, units, input_tokens, output_tokens, cost_micros, from_balance_micros, from_quota_micros,
       overdraft_micros, slot)
   SELECT *, $19::int FROM unnest($1::uuid[], $2::date[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[],
       $16::bigint[], $17::bigint[], $18::bigint[])
   ON CONFLICT (merchant_id, day, module, operation, provider, model, bot, store, slot) DO UPDATE SET
       requests = d.requests + excluded.requests, failures = d.failures + excluded.failures,
       unpriced = d.unpriced + excluded.unpriced, units = d.units + excluded.units,
       input_tokens = d.input_tokens + excluded.input_tokens, output_tokens = d.output_tokens + excluded.output_tokens,
       cost_micros = d.cost_micros + excluded.cost_micros,
       from_balance_micros = d.from_balance_micros + excluded.from_balance_micros,
       from_quota_micros = d.from_quota_micros + excluded.from_quota_micros,
       overdraft_micros = d.overdraft_micros + excluded.overdraft_micros`,
);

/** Adds to the daily usage figures. */
export async function addUsageDays(sql: Sql, rows: readonly UsageDayRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.rows(ADD_USAGE, [
    plainArray(rows, (row) => row.key.merchantId),
    plainArray(rows, (row) => row.key.day),
    textArray(rows, (row) => row.key.module),
    textArray(rows, (row) => row.key.operation),
    textArray(rows, (row) => row.key.provider),
    textArray(rows, (row) => row.key.model),
    textArray(rows, (row) => row.key.bot ?? ""),
    textArray(rows, (row) => row.key.store ?? ""),
    plainArray(rows, (row) => row.requests),
    plainArray(rows, (row) => row.failures),
    plainArray(rows, (row) => row.unpriced),
    plainArray(rows, (row) => row.units),
    plainArray(rows, (row) => row.inputTokens),
    plainArray(rows, (row) => row.outputTokens),
    plainArray(rows, (row) => row.cost),
    plainArray(rows, (row) => row.fromBalance),
    plainArray(rows, (row) => row.fromQuota),
    plainArray(rows, (row) => row.overdraft),
    rollUpSlot(),
  ]);
}
