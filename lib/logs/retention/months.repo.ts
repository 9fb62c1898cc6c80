import { prisma, type Sql, sqlOf, statement, type Tx } from "@/lib/db";
import { cutoffParams } from "./retention.repo";

/** How long a month is waited for: requests that come meanwhile wait as long. */
const WAIT = "100ms";

const MONTHS = statement(
  "logs_months",
  `SELECT right(c.relname, 7) AS month FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'logs'::regclass AND c.relname ~ '^logs_[0-9]{4}_[0-9]{2}$' AND right(c.relname, 7) < $1::text
    ORDER BY 1`,
);

/** The months ("2026_05") before one that have a partition. */
export async function findMonths(sql: Sql, before: string): Promise<string[]> {
  return (await sql.rows<{ month: string }>(MONTHS, [before])).map((row) => row.month);
}

type Cutoff = { readonly merchantId: string; readonly before: Date };

/** Whether anybody keeps anything of a month: a merchant without a cutoff does, and one with younger rows. */
async function isKept(sql: Sql, month: string, cutoffs: readonly Cutoff[]): Promise<boolean> {
  const text = `WITH RECURSIVE owners AS (
      (SELECT merchant_id FROM logs_${month} ORDER BY merchant_id LIMIT 1)
      UNION ALL
      SELECT (SELECT l.merchant_id FROM logs_${month} l WHERE l.merchant_id > o.merchant_id ORDER BY 1 LIMIT 1)
        FROM owners o WHERE o.merchant_id IS NOT NULL),
    cutoffs AS (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]) AS k(merchant_id, before))
    SELECT TRUE AS kept FROM owners o LEFT JOIN cutoffs k USING (merchant_id)
     WHERE o.merchant_id IS NOT NULL AND (k.before IS NULL OR EXISTS (
           SELECT FROM logs_${month} l WHERE l.merchant_id = o.merchant_id AND l.last_at >= k.before)) LIMIT 1`;
  return (await sql.rows({ name: "logs_month_kept", text }, cutoffParams(cutoffs))).length > 0;
}

/** How many logs of a merchant a month has. */
async function countOf(sql: Sql, month: string, merchantId: string): Promise<number> {
  const text = `SELECT count(*) AS count FROM logs_${month} WHERE merchant_id = $1::uuid`;
  const [row] = await sql.rows<{ count: bigint }>({ name: "logs_month_count", text }, [merchantId]);
  return Number(row?.count ?? 0n);
}

/**
 * Drops a month, logs and messages, when nobody keeps anything of it; looked at again under its lock. Returns how many
 * logs of the merchant went with it; null when it stays: it is kept, or in use just now.
 */
export async function dropMonth(
  month: string,
  cutoffs: readonly Cutoff[],
  merchantId: string,
): Promise<number | null> {
  if (await isKept(sqlOf(prisma), month, cutoffs)) return null;
  return unlessBusy((tx) =>
    underLock(tx, `logs_${month}, log_messages_${month}`, async (sql) => {
      if (await isKept(sql, month, cutoffs)) return null;
      const count = await countOf(sql, month, merchantId);
      await tx.$executeRawUnsafe(`DROP TABLE logs_${month}, log_messages_${month}`);
      return count;
    }),
  );
}

/** Empties the messages of a month in one stroke, when nobody keeps any of them; true when it did. */
export async function emptyMonth(month: string, cutoffs: readonly Cutoff[]): Promise<boolean> {
  const sql = sqlOf(prisma);
  const text = `SELECT TRUE AS found FROM log_messages_${month} LIMIT 1`;
  const filled = (await sql.rows({ name: "log_messages_month_any", text }, [])).length > 0;
  if (!filled || (await isKept(sql, month, cutoffs))) return false;
  const emptied = await unlessBusy((tx) =>
    underLock(tx, `logs_${month}, log_messages_${month}`, async (locked) => {
      if (await isKept(locked, month, cutoffs)) return null;
      await tx.$executeRawUnsafe(`TRUNCATE log_messages_${month}`);
      return 1;
    }),
  );
  return emptied !== null;
}

async function underLock<T>(tx: Tx, tables: string, act: (sql: Sql) => Promise<T>): Promise<T> {
  await tx.$executeRawUnsafe(`SET LOCAL lock_timeout = '${WAIT}'`);
  await tx.$executeRawUnsafe(`LOCK TABLE ${tables} IN ACCESS EXCLUSIVE MODE`);
  return act(sqlOf(tx));
}

const LOCK_NOT_AVAILABLE = /55P03|lock timeout/;

/** A month that is in use is left for the next run: requests come first. */
async function unlessBusy(act: (tx: Tx) => Promise<number | null>): Promise<number | null> {
  try {
    return await prisma.$transaction(act);
  } catch (error) {
    if (error instanceof Error && LOCK_NOT_AVAILABLE.test(error.message)) return null;
    throw error;
  }
}
