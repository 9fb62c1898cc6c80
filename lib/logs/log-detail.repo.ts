import { prisma, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";
import type { Charge, StoredMessage, UsageCounts } from "./core/log";

const sqlIn = (scope: TxScope): Sql => sqlOf(scope.tx ?? prisma);

export type LogKey = { readonly merchantId: string; readonly logId: string };

const MESSAGES = statement(
  "logs_messages",
  `SELECT id, role, content, at, event_id AS "eventId", request, response, vector_scores AS "vectorScores", error
     FROM log_messages WHERE merchant_id = $1::uuid AND log_id = $2::uuid
    ORDER BY at DESC, id DESC LIMIT $3::int`,
);

/** The newest messages of a log, newest first. */
export async function findMessages(scope: TxScope, key: LogKey, limit: number): Promise<StoredMessage[]> {
  return sqlIn(scope).rows<StoredMessage>(MESSAGES, [key.merchantId, key.logId, limit.toString()]);
}

// The ledger entry of an event knows what the event does not repeat: provider, model, rule, and the balance after.
const CHARGES = statement(
  "logs_charges",
  `SELECT e.id AS "eventId", e.entry_id AS "ledgerEntryId", l.occurred_at AS "occurredAt",
          e.recorded_at AS "recordedAt", l.operation, l.provider, l.model, l.rule_id AS "ruleId",
          l.rule_version AS "ruleVersion", e.input_tokens AS "inputTokens",
          e.cached_input_tokens AS "cachedInputTokens", e.cache_write_tokens AS "cacheWriteTokens",
          e.output_tokens AS "outputTokens", e.reasoning_tokens AS "reasoningTokens",
          e.total_tokens AS "totalTokens", e.images, e.videos, e.millis, e.evidence, e.raw_cost AS "rawCost",
          e.cost_micros AS cost, e.from_balance_micros AS "fromBalance", e.from_quota_micros AS "fromQuota",
          e.overdraft_micros AS overdraft, l.balance_after_micros AS "balanceAfter", e.late, e.unpriced,
          l."references", p.lots, e.answer::json -> 'quotas' AS quotas, e.metadata
     FROM usage_events e
     JOIN ledger_entries l ON l.merchant_id = e.merchant_id AND l.id = e.entry_id
     LEFT JOIN LATERAL (
       SELECT json_agg(json_build_object('lot', k.part->>'lot', 'amount', k.part->>'amount', 'source', t.source,
                                         'category', t.category, 'origin', t.origin) ORDER BY k.place) AS lots
         FROM json_array_elements(l."references"->'lots') WITH ORDINALITY k(part, place)
         LEFT JOIN lots t ON t.merchant_id = l.merchant_id AND t.id = (k.part->>'lot')::uuid) p ON true
    WHERE e.merchant_id = $1::uuid AND e.log_id = $2::uuid
    ORDER BY l.occurred_at DESC, e.entry_id DESC LIMIT $3::int`,
);

/** The newest charges of a log, newest first. */
export async function findCharges(scope: TxScope, key: LogKey, limit: number): Promise<Charge[]> {
  const rows = await sqlIn(scope).rows<ChargeRow>(CHARGES, [key.merchantId, key.logId, limit.toString()]);
  return rows.map(chargeOf);
}

type ChargeRow = Omit<Charge, "rule" | "usage" | "lots"> &
  UsageCounts & {
    readonly lots: Charge["lots"] | null;
    readonly ruleId: string | null;
    readonly ruleVersion: number | null;
  };

function chargeOf(row: ChargeRow): Charge {
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens, reasoningTokens, totalTokens } =
    row;
  const { images, videos, millis, ruleId, ruleVersion } = row;
  return {
    eventId: row.eventId,
    ledgerEntryId: row.ledgerEntryId,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    operation: row.operation,
    provider: row.provider,
    model: row.model,
    rule: ruleId === null || ruleVersion === null ? null : { id: ruleId, version: ruleVersion },
    usage: {
      inputTokens,
      cachedInputTokens,
      cacheWriteTokens,
      outputTokens,
      reasoningTokens,
      totalTokens,
      images,
      videos,
      millis,
    },
    evidence: row.evidence,
    rawCost: row.rawCost,
    cost: row.cost,
    fromBalance: row.fromBalance,
    fromQuota: row.fromQuota,
    overdraft: row.overdraft,
    balanceAfter: row.balanceAfter,
    late: row.late,
    unpriced: row.unpriced,
    references: row.references,
    lots: row.lots ?? [],
    quotas: row.quotas,
    metadata: row.metadata,
  };
}
