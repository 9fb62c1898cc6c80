import { prisma, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";
import type { LogSummary } from "./core/log";
import { findSaid, statementPerSearch } from "./log-search.repo";

/** Which logs: what the filters came to. Instants are `[from, until)`. */
export type LogSelection = {
  readonly merchantId: string;
  readonly search: string | null;
  readonly module: string | null;
  readonly bot: string | null;
  readonly withoutBot: boolean;
  readonly store: string | null;
  readonly customer: string | null;
  readonly model: string | null;
  readonly provider: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
};

/** The place in the list after which a page begins. */
export type LogPlace = { readonly lastAt: Date; readonly id: string };

// Statements here are not named: the planner has to see the values, or a rare filter gets the plan of a common one.
const sqlIn = (scope: TxScope): Sql => sqlOf(scope.tx ?? prisma);

const SELECTED = `
      l.merchant_id = $1::uuid
  AND ($2::text IS NULL OR l.module = $2)
  AND ($3::text IS NULL OR l.bot = $3)
  AND (NOT $4::boolean OR l.bot IS NULL)
  AND ($5::text IS NULL OR l.store = $5)
  AND ($6::text IS NULL OR l.customer_id = (SELECT id FROM customers WHERE merchant_id = $1::uuid AND external_id = $6))
  AND ($7::text IS NULL OR l.model = $7)
  AND ($8::text IS NULL OR l.provider = $8)
  AND ($9::timestamptz IS NULL OR l.last_at >= $9)
  AND ($10::timestamptz IS NULL OR l.last_at < $10)`;

const SUMMARY_COLUMNS = `l.id, l.conversation_id AS "conversationId", c.external_id AS "customerId",
       c.name AS "customerName", c.email AS "customerEmail", g.key AS guest, l.roles, l.source, l.store, l.module,
       l.bot, l.form, l.provider, l.model, l.request_count AS "requestCount", l.message_count AS "messageCount",
       l.tokens, l.cost_micros AS cost, l.preview, l.best_score AS "bestScore", l.failed, l.unpriced,
       l.first_at AS "firstAt", l.last_at AS "lastAt"`;

const WITH_SUBJECT = `
  LEFT JOIN customers c ON c.merchant_id = l.merchant_id AND c.id = l.customer_id
  LEFT JOIN guests g ON g.merchant_id = l.merchant_id AND g.id = l.guest_id`;

function listText(said: string): string {
  return `SELECT ${SUMMARY_COLUMNS}
    FROM (SELECT l.* FROM logs l
           WHERE ${SELECTED} AND ${said}
             AND ($12::timestamptz IS NULL OR (l.last_at, l.id) < ($12, $13::uuid))
           ORDER BY l.last_at DESC, l.id DESC
           LIMIT $14::int) l ${WITH_SUBJECT}
   ORDER BY l.last_at DESC, l.id DESC`;
}

const LIST = statementPerSearch("logs_list", listText);

/** Newest first, after `place`; at most `limit`. */
export async function findLogs(
  scope: TxScope,
  selection: LogSelection,
  page: { after: LogPlace | null; limit: number },
): Promise<LogSummary[]> {
  const search = await findSaid(scope, selection);
  const rows = await sqlIn(scope).rows<SummaryRow>(LIST[search.way], [
    ...selectionParams(selection),
    search.param,
    page.after?.lastAt.toISOString() ?? null,
    page.after?.id ?? null,
    page.limit.toString(),
  ]);
  return rows.map(summaryOf);
}

const COUNT = statementPerSearch(
  "logs_count",
  (said) =>
    `SELECT count(*) AS count FROM (SELECT FROM logs l WHERE ${SELECTED} AND ${said} LIMIT $12::int) found`,
);

/** Where every log has to be looked into, counting stops early. */
const MOST_LOOKED_INTO = 200;

/** How many logs are selected, counting no further than `most`; `capped` when there are more than `count`. */
export async function countLogsUpTo(
  scope: TxScope,
  selection: LogSelection,
  most: number,
): Promise<{ count: number; capped: boolean }> {
  const search = await findSaid(scope, selection);
  const limit = search.way === "saying" ? MOST_LOOKED_INTO : most;
  const params = [...selectionParams(selection), search.param, (limit + 1).toString()];
  const rows = await sqlIn(scope).rows<{ count: bigint }>(COUNT[search.way], params);
  const counted = Number(rows[0]?.count ?? 0n);
  return { count: counted > limit ? limit : counted, capped: counted > limit };
}

function selectionParams(selection: LogSelection): (string | null)[] {
  return [
    selection.merchantId,
    selection.module,
    selection.bot,
    selection.withoutBot.toString(),
    selection.store,
    selection.customer,
    selection.model,
    selection.provider,
    selection.from?.toISOString() ?? null,
    selection.until?.toISOString() ?? null,
  ];
}

const FIND = statement(
  "logs_find",
  `SELECT ${SUMMARY_COLUMNS} FROM logs l ${WITH_SUBJECT}
    WHERE l.merchant_id = $1::uuid AND l.id = $2::uuid AND ($3::text IS NULL OR l.store = $3)`,
);

/** One log; null when it is not there, not the merchant's, or not of the given store. */
export async function findLog(
  scope: TxScope,
  key: { merchantId: string; id: string; store: string | null },
): Promise<LogSummary | null> {
  const rows = await sqlIn(scope).rows<SummaryRow>(FIND, [key.merchantId, key.id, key.store]);
  return rows[0] ? summaryOf(rows[0]) : null;
}

type SummaryRow = Omit<LogSummary, "customer"> & {
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly customerEmail: string | null;
};

function summaryOf({ customerId, customerName, customerEmail, ...log }: SummaryRow): LogSummary {
  const customer =
    customerId === null ? null : { externalId: customerId, name: customerName, email: customerEmail };
  return { ...log, customer };
}
