import { prisma, sqlOf, statement, type TxScope } from "@/lib/db";
import type { Params } from "./log-conditions.repo";

/** Up to this many messages have a word: then the logs are found from the messages. */
const RARE = 10_000;

/** How logs are found by what was said in them. `saying`: every log has to be looked into. */
export type Said = { readonly way: "all" | "among" | "saying"; readonly param: string | null };

/**
 * The query is asked for as a value that the planner cannot see. It would otherwise read the statistics of every
 * month to plan, and for a common word scan whole months where the index is far quicker.
 */
const has = (words: string) =>
  `to_tsvector('simple', tollgate_words(left(m.content, 100000))) @@
     (SELECT plainto_tsquery('simple', tollgate_words(${words})))`;

/** OFFSET 0 keeps the planner from reading the search index for each log: a log's messages are few. */
const MESSAGES_OF_LOG = `(SELECT content FROM log_messages WHERE merchant_id = l.merchant_id AND log_id = l.id OFFSET 0) m`;

/** The condition on `logs l` for a way of searching, its value added to `params`. */
export function saidCondition(said: Said, params: Params): string {
  if (said.way === "all") return "true";
  const param = params.add(said.param);
  // Rare words: these logs have them.
  if (said.way === "among") return `l.id IN (SELECT unnest(${param}::uuid[]))`;
  // Common words: the newest logs have them soon enough, so one is looked into after the other.
  return `EXISTS (SELECT FROM ${MESSAGES_OF_LOG} WHERE ${has(param)}) IS TRUE`;
}

const PROBE = statement(
  "logs_probe",
  `SELECT m.log_id AS "logId" FROM log_messages m WHERE m.merchant_id = $1::uuid AND ${has("$2")} LIMIT $3::int`,
);

/** Finds out how to search: whole words, any case, all of them in one message. */
export async function findSaid(
  scope: TxScope,
  { merchantId, search }: { merchantId: string; search: string | null },
): Promise<Said> {
  if (search === null) return { way: "all", param: null };
  const sql = sqlOf(scope.tx ?? prisma);
  const rows = await sql.rows<{ logId: string }>(PROBE, [merchantId, search, (RARE + 1).toString()]);
  if (rows.length > RARE) return { way: "saying", param: search };
  return { way: "among", param: `{${[...new Set(rows.map((row) => row.logId))].join(",")}}` };
}
