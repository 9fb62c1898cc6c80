import { prisma, sqlOf, statement, type TxScope } from "@/lib/db";
import type { DaySpan } from "./activity.repo";
import type { TypicalRequest } from "./core/typical-request";

const TYPICAL = statement(
  "logs_typical_requests",
  `SELECT DISTINCT ON (operation) operation, module, nullif(bot, '') AS bot, provider, model,
          round(sum(input_tokens) / sum(requests))::int AS "inputTokens",
          round(sum(output_tokens) / sum(requests))::int AS "outputTokens"
     FROM usage_days
    WHERE merchant_id = $1::uuid AND day BETWEEN $2::date AND $3::date AND ($4::text IS NULL OR store = $4::text)
    GROUP BY operation, module, bot, provider, model HAVING sum(requests) > 0
    ORDER BY operation, sum(requests) DESC, module, bot, provider, model`,
);

export async function findTypicalRequests(
  scope: TxScope,
  span: DaySpan & { readonly store: string | null },
): Promise<TypicalRequest[]> {
  const params = [span.merchantId, span.from, span.to, span.store];
  return sqlOf(scope.tx ?? prisma).rows<TypicalRequest>(TYPICAL, params);
}
