import { prisma, sqlOf, type TxScope } from "@/lib/db";
import { type Params, startParams } from "./log-conditions.repo";

/** Up to this many messages have a word: then the logs are found from the messages. */
const RARE = 10_000;

/** How logs are found by what was said in them. `saying`: every log has to be looked into. */
export type Said = { readonly way: "all" | "among" | "saying"; readonly param: string | null };

const TEXT = "left(m.content, 100000)";

/**
 * The condition on `log_messages m` that it has all words of a search, whose place is `words` ("$2").
 * The query is asked for as a value that the planner cannot see. It would otherwise read the statistics of every
 * month to plan, and for a common word scan whole months where the index is far quicker.
 */
export const hasWords = (words: string) =>
  `to_tsvector('simple', tollgate_words(${TEXT})) @@ (SELECT plainto_tsquery('simple', tollgate_words(${words})))`;

/** Necessary for `hasWords`, and far quicker to find out: each word is somewhere in the text. */
const mayHave = (words: string) =>
  `(SELECT bool_and(strpos(lower(${TEXT}), word) > 0)
      FROM unnest((SELECT tsvector_to_array(to_tsvector('simple', tollgate_words(${words}))))) word) IS TRUE`;

/** OFFSET 0 keeps the planner from reading the search index for each log: a log's messages are few. */
const MESSAGES_OF_LOG = `(SELECT content FROM log_messages WHERE merchant_id = l.merchant_id AND log_id = l.id OFFSET 0) m`;

/** The condition on `logs l` for a way of searching, its value added to `params`. */
export function saidCondition(said: Said, params: Params): string {
  if (said.way === "all") return "true";
  const param = params.add(said.param);
  // Rare words: these logs have them.
  if (said.way === "among") return `l.id IN (SELECT unnest(${param}::uuid[]))`;
  // Common words: the newest logs have them soon enough, so one is looked into after the other.
  const says = `CASE WHEN ${mayHave(param)} THEN ${hasWords(param)} ELSE false END`;
  return `EXISTS (SELECT FROM ${MESSAGES_OF_LOG} WHERE ${says}) IS TRUE`;
}

/**
 * Finds out how to search all logs: whole words, any case, all of them in one message. From their messages where up to
 * `most` have the words.
 */
export async function findSaid(
  scope: TxScope,
  { merchantId, search }: { merchantId: string; search: string | null },
  most = RARE,
): Promise<Said> {
  if (search === null) return { way: "all", param: null };
  const among = await findSaying(scope, { merchantId, search, most });
  return among ?? { way: "saying", param: search };
}

export type Wanted = {
  readonly merchantId: string;
  readonly search: string;
  /** Among logs begun since then. */
  readonly since?: Date;
  readonly most: number;
};

/** The logs with a message that has these words; null when more than `most` messages have them. */
export async function findSaying(scope: TxScope, wanted: Wanted): Promise<Said | null> {
  const params = startParams();
  const since = wanted.since && `${params.add(wanted.since.toISOString())}::timestamptz`;
  const text = `SELECT m.log_id AS "logId" FROM log_messages m
     WHERE m.merchant_id = ${params.add(wanted.merchantId)}::uuid AND ${hasWords(params.add(wanted.search))}
       ${since ? `AND m.log_id >= tollgate_id_floor(${since})` : ""}
     LIMIT ${wanted.most + 1}`;
  const sql = sqlOf(scope.tx ?? prisma);
  const rows = await sql.rows<{ logId: string }>({ name: "logs_saying", text }, params.list);
  if (rows.length > wanted.most) return null;
  return { way: "among", param: `{${[...new Set(rows.map((row) => row.logId))].join(",")}}` };
}
