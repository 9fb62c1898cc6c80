import { plainArray, prisma, type Sql, sqlOf, statement, type TxScope } from "@/lib/db";
import type { LogSummary } from "./core/log";
import { conditionOf, type LogSelection, type Params, startParams } from "./log-conditions.repo";
import { countSaid, type Counted } from "./count-said.repo";
import { type Said, findSaid, saidCondition } from "./log-search.repo";

// Statements here are not named: the planner has to see the values, or a rare filter gets the plan of a common one.
const sqlIn = (scope: TxScope): Sql => sqlOf(scope.tx ?? prisma);

const SUMMARY_COLUMNS = `l.id, l.conversation_id AS "conversationId", c.external_id AS "customerId",
       c.name AS "customerName", c.email AS "customerEmail", g.key AS guest, l.roles, l.source, l.store, l.module,
       l.bot, l.form, l.provider, l.model, l.request_count AS "requestCount", l.message_count AS "messageCount",
       l.tokens, l.cost_micros AS cost, l.overdraft_micros AS overdraft, l.preview, l.best_score AS "bestScore",
       l.failed, l.unpriced, l.imported, l.evidence, l.contents_pruned_at AS "contentsPrunedAt", l.first_at AS "firstAt", l.last_at AS "lastAt"`;

const WITH_SUBJECT = `
  LEFT JOIN customers c ON c.merchant_id = l.merchant_id AND c.id = l.customer_id
  LEFT JOIN guests g ON g.merchant_id = l.merchant_id AND g.id = l.guest_id`;

/** What a log may be sorted by, beside its latest activity. */
export type LogFigure = "cost" | "tokens";
export type FigurePlace = { readonly figure: bigint; readonly id: string };

const FIGURE_COLUMNS: Record<LogFigure, string> = { cost: "l.cost_micros", tokens: "l.tokens" };

/** The highest figure first, after a place. Reads every log that is selected: the caller knows that they are few. */
export async function findLogsByFigure(
  scope: TxScope,
  { selection, said }: { selection: LogSelection; said: Said },
  page: { figure: LogFigure; after: FigurePlace | null; limit: number },
): Promise<LogSummary[]> {
  const params = startParams();
  const column = FIGURE_COLUMNS[page.figure];
  const selected = [
    conditionOf(selection, params),
    saidCondition(said, params),
    ...(page.after
      ? [
          `(${column}, l.id) < (${params.add(page.after.figure.toString())}::bigint, ${params.add(page.after.id)}::uuid)`,
        ]
      : []),
  ];
  const order = `ORDER BY ${column} DESC, l.id DESC`;
  return askSummaries(scope, { params, page: pageText(selected, order, page.limit), order });
}

/** These logs, newest first; those that are gone are left out. */
export async function findLogsById(
  scope: TxScope,
  merchantId: string,
  ids: readonly string[],
): Promise<LogSummary[]> {
  const params = startParams();
  const own = `l.merchant_id = ${params.add(merchantId)}::uuid`;
  const selected = [own, `l.id = ANY(${params.add(plainArray(ids, (each) => each))}::uuid[])`];
  const order = "ORDER BY l.last_at DESC, l.id DESC";
  return askSummaries(scope, { params, page: pageText(selected, order, ids.length), order });
}

/** Logs to be shown: `page` selects rows of `logs`, `order` is on `logs l`. */
export type Asked = { readonly params: Params; readonly page: string; readonly order: string };

/** The order is said twice: joining the page with customers and guests may lose it. */
export async function askSummaries(scope: TxScope, { params, page, order }: Asked): Promise<LogSummary[]> {
  const text = `SELECT ${SUMMARY_COLUMNS} FROM (${page}) l ${WITH_SUBJECT} ${order}`;
  const rows = await sqlIn(scope).rows<SummaryRow>({ name: "logs_list", text }, params.list);
  return rows.map(summaryOf);
}

/** A page of logs, in one statement. */
export function pageText(selected: readonly string[], order: string, limit: number): string {
  return `SELECT l.* FROM logs l WHERE ${selected.join(" AND ")} ${order} LIMIT ${limit}`;
}

/** So many messages with very common words are looked up to count their logs. */
export const MOST_MESSAGES = 40_000;

/** How many logs are selected, counting no further than `most`; `capped` when there are more than `count`. */
export async function countLogsUpTo(scope: TxScope, selection: LogSelection, most: number): Promise<Counted> {
  const search = await findSaid(scope, selection);
  if (search.way === "saying") return countSaid(scope, selection, { most, messages: MOST_MESSAGES });
  const params = startParams();
  const selected = `${conditionOf(selection, params)} AND ${saidCondition(search, params)}`;
  const text = `SELECT count(*) AS count FROM (SELECT FROM logs l WHERE ${selected} LIMIT ${most + 1}) found`;
  const rows = await sqlIn(scope).rows<{ count: bigint }>({ name: "logs_count", text }, params.list);
  const counted = Number(rows[0]?.count ?? 0n);
  return { count: Math.min(counted, most), capped: counted > most };
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
