import { markActive } from "@/lib/customers";
import { prisma, readSql, type Sql, sqlOf } from "@/lib/db";
import { idFloor, instantOfId } from "@/lib/kernel/ids";
import {
  findMerchantsBehind,
  isBehind,
  lockMark,
  moveMark,
  postStandings,
  readPiece,
  type ReadPiece,
} from "./standings.repo";

/** So many entries are read at a time. */
const PIECE = 20_000;
/** An entry may be written this much later than its id says; what is so young is read again. */
const LATE_MILLIS = 30_000;
const LIMITS = { maxWait: 10_000, timeout: 60_000 };
/** A million entries of a merchant in one run; the next one goes on. */
const MOST_PIECES = 50;

/**
 * Brings the order of the list of balances up to the ledger: who has used or been given credits, their balance and
 * last usage. Reads what is new since the last time and no more than `pieces` × 20,000 entries of it. Says whether
 * it came to the end; while another process is at it, that counts as the end. A repeat changes nothing.
 */
export async function followLedger(merchantId: string, pieces: number): Promise<boolean> {
  if (!(await isBehind(readSql(), merchantId))) return true;
  return prisma.$transaction((tx) => follow(sqlOf(tx), merchantId, pieces), LIMITS);
}

async function follow(sql: Sql, merchantId: string, pieces: number): Promise<boolean> {
  const mark = await lockMark(sql, merchantId);
  if (mark === null) return true;
  let after = lately(mark);
  for (let count = 0; count < pieces; count += 1) {
    const rows = await readPiece(sql, merchantId, { after, limit: PIECE });
    const entries = rows.reduce((sum, row) => sum + row.entries, 0);
    if (entries === 0) return true;
    await post(sql, merchantId, rows);
    after = rows.reduce((last, row) => (row.lastEntryId > last ? row.lastEntryId : last), after);
    await moveMark(sql, merchantId, after);
    if (entries < PIECE) return true;
  }
  return false;
}

async function post(sql: Sql, merchantId: string, rows: readonly ReadPiece[]): Promise<void> {
  const ofCustomers = rows.flatMap(({ customerId, usedAt }) => (customerId ? [{ customerId, usedAt }] : []));
  if (ofCustomers.length === 0) return;
  const fresh = await postStandings(sql, merchantId, ofCustomers);
  if (fresh.length > 0) await markActive(sql, merchantId, fresh);
}

function lately(entryId: string): string {
  return idFloor(new Date(Math.max(0, instantOfId(entryId).getTime() - LATE_MILLIS)));
}

/** The same for every merchant with new entries, so that a list opened after a month is in order at once. */
export async function followLedgers(): Promise<void> {
  for (const merchantId of await findMerchantsBehind(readSql())) {
    await followLedger(merchantId, MOST_PIECES);
  }
}
