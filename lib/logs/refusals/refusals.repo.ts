import { instantArray, plainArray, readSql, statement, textArray } from "@/lib/db";
import type { Refusal } from "./refusal-counter";

// One order for everyone who writes the rows: servers that add at once do not lock each other out.
const ADD = statement(
  "refusal_days_add",
  `INSERT INTO refusal_days AS d (merchant_id, day, module, provider, model, bot, store, code, refusals)
   SELECT k.merchant_id, (k.at AT TIME ZONE m.time_zone)::date, k.module, k.provider, k.model, k.bot, k.store, k.code,
          sum(k.refusals)
     FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                 $9::bigint[]) AS k(merchant_id, at, module, provider, model, bot, store, code, refusals)
     JOIN merchants m ON m.id = k.merchant_id
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
   ON CONFLICT (merchant_id, day, module, provider, model, bot, store, code) DO UPDATE
      SET refusals = d.refusals + excluded.refusals`,
);

/** Adds refusals to the days of their merchants' zones on which they happened. */
export async function addRefusalDays(counted: readonly (Refusal & { count: number })[]): Promise<void> {
  await readSql().rows(ADD, [
    plainArray(counted, (each) => each.merchantId),
    instantArray(counted, (each) => each.at),
    textArray(counted, (each) => each.module),
    textArray(counted, (each) => each.provider),
    textArray(counted, (each) => each.model),
    textArray(counted, (each) => each.bot ?? ""),
    textArray(counted, (each) => each.store ?? ""),
    textArray(counted, (each) => each.code),
    plainArray(counted, (each) => each.count),
  ]);
}
