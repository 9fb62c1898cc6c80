import { instantArray, plainArray, readSql, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";
import type { Micros } from "@/lib/kernel/micros";

/** No more counters of a period are looked at: with more, figures say that they are capped. */
const MOST_COUNTERS = 20_000;

const sqlIn = ({ tx }: TxScope): Sql => (tx ? sqlOf(tx) : readSql());

/** A period of a quota, and from how much on a subject of it is near the limit, or at it. Null: there is no limit. */
export type QuotaPeriod = {
  readonly quotaId: string;
  readonly start: Date;
  readonly limit: Micros | null;
  readonly near: Micros | null;
};

export type PeriodFigures = {
  readonly quotaId: string;
  readonly start: Date;
  /** Customers, or sessions of guests, that drew on it. */
  readonly subjects: bigint;
  readonly used: Micros;
  readonly held: Micros;
  /** From the near mark on, those at the limit among them. */
  readonly nearLimit: bigint;
  readonly atLimit: bigint;
  readonly overLimit: bigint;
  /** What was used beyond the limit, over all subjects. */
  readonly excess: Micros;
  /** What 95 and 99 in a hundred subjects stayed within. */
  readonly p95: Micros;
  readonly p99: Micros;
  readonly capped: boolean;
};

/** Networks are counted beside the sessions in them; here a session counts. */
const COUNTERS = `SELECT c.subject_id, c.used_micros AS used, c.held_micros AS held
     FROM quota_counters c
     LEFT JOIN guests g ON g.merchant_id = c.merchant_id AND g.id = c.subject_id
    WHERE uuid_hash_extended(c.quota_id, 0) = uuid_hash_extended(k.quota_id, 0) AND c.period_start = k.period_start
      AND c.merchant_id = $1::uuid AND c.quota_id = k.quota_id AND g.kind IS DISTINCT FROM 'network'
      AND (c.used_micros > 0 OR c.held_micros > 0)`;

const FIGURES = statement(
  "quotas_period_figures",
  `SELECT k.quota_id AS "quotaId", k.period_start AS start, count(c.*) AS subjects,
          coalesce(sum(c.used), 0)::bigint AS used, coalesce(sum(c.held), 0)::bigint AS held,
          count(*) FILTER (WHERE c.used + c.held >= k.near) AS "nearLimit",
          count(*) FILTER (WHERE c.used + c.held >= k.quota_limit) AS "atLimit",
          count(*) FILTER (WHERE c.used > k.quota_limit) AS "overLimit",
          coalesce(sum(c.used - k.quota_limit) FILTER (WHERE c.used > k.quota_limit), 0)::bigint AS excess,
          coalesce(percentile_disc(0.95) WITHIN GROUP (ORDER BY c.used), 0) AS p95,
          coalesce(percentile_disc(0.99) WITHIN GROUP (ORDER BY c.used), 0) AS p99,
          count(c.*) >= ${MOST_COUNTERS} AS capped
     FROM unnest($2::uuid[], $3::timestamptz[], $4::bigint[], $5::bigint[])
          AS k(quota_id, period_start, quota_limit, near)
     LEFT JOIN LATERAL (${COUNTERS} LIMIT ${MOST_COUNTERS}) c ON true
    GROUP BY k.quota_id, k.period_start`,
);

/** What each of these periods comes to over all subjects. Reads the counters of those periods alone. */
export async function findPeriodFigures(
  scope: TxScope & { readonly merchantId: string },
  periods: readonly QuotaPeriod[],
): Promise<PeriodFigures[]> {
  if (periods.length === 0) return [];
  return sqlIn(scope).rows<PeriodFigures>(FIGURES, [
    scope.merchantId,
    plainArray(periods, (each) => each.quotaId),
    instantArray(periods, (each) => each.start),
    plainArray(periods, (each) => each.limit),
    plainArray(periods, (each) => each.near),
  ]);
}

/** Somebody who drew on a quota: a customer with the merchant's id, or a guest's session. */
export type QuotaSubjectUse = {
  readonly kind: "customer" | "guest";
  readonly id: string;
  readonly name: string | null;
  readonly used: Micros;
  readonly held: Micros;
};

const MOST_USED = statement(
  "quotas_most_used",
  `SELECT CASE WHEN p.id IS NULL THEN 'guest' ELSE 'customer' END AS kind,
          coalesce(p.external_id, s.key, c.subject_id::text) AS id, p.name, c.used, c.held
     FROM (VALUES ($2::uuid, $3::timestamptz)) AS k(quota_id, period_start)
     CROSS JOIN LATERAL (
       SELECT * FROM (${COUNTERS} LIMIT ${MOST_COUNTERS}) drawn
        ORDER BY used + held DESC, subject_id LIMIT $4::int
     ) c
     LEFT JOIN customers p ON p.merchant_id = $1::uuid AND p.id = c.subject_id
     LEFT JOIN guests s ON s.merchant_id = $1::uuid AND s.id = c.subject_id
    ORDER BY c.used + c.held DESC, c.subject_id`,
);

/** Who drew most on a quota in a period. */
export function findMostUsed(
  scope: TxScope & { readonly merchantId: string },
  { quotaId, start }: Pick<QuotaPeriod, "quotaId" | "start">,
  limit: number,
): Promise<QuotaSubjectUse[]> {
  return sqlIn(scope).rows<QuotaSubjectUse>(MOST_USED, [
    scope.merchantId,
    quotaId,
    start.toISOString(),
    limit.toString(),
  ]);
}

const EDITED = statement(
  "quotas_edited",
  `SELECT id, updated_at AS "editedAt" FROM quotas WHERE merchant_id = $1::uuid AND id = ANY($2::uuid[])`,
);

/** When these quotas were last changed. */
export async function findEdited(
  scope: TxScope & { readonly merchantId: string },
  ids: readonly string[],
): Promise<Map<string, Date>> {
  const params = [scope.merchantId, plainArray(ids, (id) => id)];
  const rows = await sqlIn(scope).rows<{ id: string; editedAt: Date }>(EDITED, params);
  return new Map(rows.map((row) => [row.id, row.editedAt]));
}

const GUEST_COUNTERS = statement(
  "quotas_guest_counters",
  `SELECT c.quota_id AS "quotaId", c.period_start AS start, c.used_micros AS used, c.held_micros AS held
     FROM guests g
     JOIN quota_counters c ON c.merchant_id = g.merchant_id AND c.subject_id = g.id
     JOIN unnest($3::uuid[], $4::timestamptz[]) AS k(quota_id, period_start)
       ON c.quota_id = k.quota_id AND c.period_start = k.period_start
    WHERE g.merchant_id = $1::uuid AND g.kind = 'session' AND g.key = $2`,
);

/** What a guest's session drew in these periods. */
export function findGuestUse(
  scope: TxScope & { readonly merchantId: string },
  session: string,
  periods: readonly Pick<QuotaPeriod, "quotaId" | "start">[],
): Promise<{ quotaId: string; used: Micros; held: Micros }[]> {
  return sqlIn(scope).rows(GUEST_COUNTERS, [
    scope.merchantId,
    session,
    plainArray(periods, (each) => each.quotaId),
    instantArray(periods, (each) => each.start),
  ]);
}
