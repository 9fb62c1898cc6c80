import { prisma, sqlOf, type Statement, statement, type TxScope } from "@/lib/db";

/** Up to this many messages have a word: then the logs are found from the messages. */
const RARE = 10_000;

/** How a statement finds logs by what was said in them; `param` is its parameter $11. */
export type Said = { readonly way: "all" | "among" | "saying"; readonly param: string | null };

/**
 * The query is asked for as a value that the planner cannot see. It would otherwise read the statistics of every
 * month to plan, and for a common word scan whole months where the index is far quicker.
 */
const has = (words: string) =>
  `to_tsvector('simple', left(m.content, 100000)) @@ (SELECT plainto_tsquery('simple', ${words}))`;

/** OFFSET 0 keeps the planner from reading the search index for each log: a log's messages are few. */
const MESSAGES_OF_LOG = `(SELECT content FROM log_messages WHERE merchant_id = $1::uuid AND log_id = l.id OFFSET 0) m`;

const WAYS: Record<Said["way"], string> = {
  all: "$11::text IS NULL",
  /** Rare words: these logs have them. */
  among: "l.id IN (SELECT unnest($11::uuid[]))",
  /** Common words: the newest logs have them soon enough, so one is looked into after the other. */
  saying: `EXISTS (SELECT FROM ${MESSAGES_OF_LOG} WHERE ${has("$11")}) IS TRUE`,
};

/** The same statement for each way of searching: `textOf` is given the condition on the log `l`. */
export function statementPerSearch(
  name: string,
  textOf: (said: string) => string,
): Record<Said["way"], Statement> {
  return {
    all: statement(name, textOf(WAYS.all)),
    among: statement(`${name}_among`, textOf(WAYS.among)),
    saying: statement(`${name}_saying`, textOf(WAYS.saying)),
  };
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
