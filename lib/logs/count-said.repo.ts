import { prisma, type Sql, sqlOf, type TxScope } from "@/lib/db";
import { conditionOf, type LogSelection, startParams } from "./log-conditions.repo";
import { hasWords, saidCondition } from "./log-search.repo";

const sqlIn = (scope: TxScope): Sql => sqlOf(scope.tx ?? prisma);

/** Logs beyond `most` are not counted; `messages` with the words are looked up at most. */
export type CountLimits = { readonly most: number; readonly messages: number };

/** `capped`: there are more than `count`. */
export type Counted = { readonly count: number; readonly capped: boolean };

/**
 * How many of the selected logs say the words of a search that very many messages have. Messages with the words are
 * taken from the index, of logs begun in the days that are asked for, and their logs counted. Where there are more such
 * messages than are looked up, and yet too few of their logs are selected, the selected ones are looked into if they are
 * few enough. Where they are not either, it is what was found and more.
 */
export async function countSaid(
  scope: TxScope,
  selection: LogSelection,
  limits: CountLimits,
): Promise<Counted> {
  const { said, found } = await countIndexed(scope, selection, limits);
  if (found > limits.most) return { count: limits.most, capped: true };
  if (said <= limits.messages) {
    const count = found + (await countReturned(scope, selection, limits.most));
    return { count: Math.min(count, limits.most), capped: count > limits.most };
  }
  const looked = await countLookedInto(scope, selection, limits.most);
  return looked === null ? { count: found, capped: true } : { count: looked, capped: false };
}

/** Logs that say it and were begun in the days asked for, by their messages; and how many messages that took. */
async function countIndexed(scope: TxScope, selection: LogSelection, { most, messages }: CountLimits) {
  const params = startParams();
  const instant = (at: Date) => `tollgate_id_floor(${params.add(at.toISOString())}::timestamptz)`;
  const says = [
    `m.merchant_id = ${params.add(selection.merchantId)}::uuid`,
    hasWords(params.add(selection.search)),
    ...(selection.from ? [`m.log_id >= ${instant(selection.from)}`] : []),
    ...(selection.until ? [`m.log_id < ${instant(selection.until)}`] : []),
  ].join(" AND ");
  const text = `WITH said AS MATERIALIZED (SELECT m.log_id FROM log_messages m WHERE ${says} LIMIT ${messages + 1}),
      found AS (SELECT FROM logs l WHERE ${conditionOf(selection, params)} AND l.id IN (SELECT log_id FROM said)
                 LIMIT ${most + 1})
    SELECT (SELECT count(*) FROM said) AS said, (SELECT count(*) FROM found) AS found`;
  const [row] = await sqlIn(scope).rows<{ said: bigint; found: bigint }>(
    { name: "logs_count_said", text },
    params.list,
  );
  return { said: Number(row?.said ?? 0n), found: Number(row?.found ?? 0n) };
}

/** Logs begun before the days asked for that went on in them: few, for conversations end. */
async function countReturned(scope: TxScope, selection: LogSelection, most: number): Promise<number> {
  if (!selection.from) return 0;
  const params = startParams();
  const selected = [
    conditionOf(selection, params),
    `l.id < tollgate_id_floor(${params.add(selection.from.toISOString())}::timestamptz)`,
    saidCondition({ way: "saying", param: selection.search }, params),
  ].join(" AND ");
  return countRows(scope, params.list, `SELECT FROM logs l WHERE ${selected} LIMIT ${most + 1}`);
}

/** The same by looking into every log that is selected otherwise; null when those are more than `most`. */
async function countLookedInto(
  scope: TxScope,
  selection: LogSelection,
  most: number,
): Promise<number | null> {
  const params = startParams();
  const selected = `SELECT FROM logs l WHERE ${conditionOf(selection, params)}`;
  if ((await countRows(scope, params.list, `${selected} LIMIT ${most + 1}`)) > most) return null;
  const says = saidCondition({ way: "saying", param: selection.search }, params);
  return countRows(scope, params.list, `${selected} AND ${says}`);
}

async function countRows(
  scope: TxScope,
  params: ReturnType<typeof startParams>["list"],
  rows: string,
): Promise<number> {
  const text = `SELECT count(*) AS count FROM (${rows}) found`;
  const [row] = await sqlIn(scope).rows<{ count: bigint }>({ name: "logs_count_rows", text }, params);
  return Number(row?.count ?? 0n);
}
