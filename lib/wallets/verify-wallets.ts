import { type Ctx, requireCan } from "@/lib/access";
import { prisma, type Sql, sqlOf } from "@/lib/db";
import { creditsToString } from "@/lib/kernel/micros";
import {
  type CounterBreakRow,
  findFirstBreak,
  findUnshown,
  type ProofRow,
  proveCounters,
  proveWallets,
} from "./verify.repo";

/** What does not add up, in decimal strings of credits; `entry` is the first ledger entry that breaks the chain. */
export type Break = {
  merchantId: string;
  customerId: string | null;
  what: "balance" | "held" | "quota_held";
  ledger?: string;
  lots?: string;
  balance?: string;
  held?: string;
  holds?: string;
  quotaId?: string;
  subjectId?: string;
  entry?: string | null;
};

/**
 * `unshown` names the credits that ledger and shown balances rightly differ by: expired and not swept yet, or not in
 * force yet.
 */
export type Proof = {
  ok: boolean;
  at: string;
  wallets: number;
  entries: number;
  unshown: { expired: string; future: string };
  breaks: Break[];
};

/** Proves every wallet of a merchant: sum of ledger deltas = sum of lot remainders − debt = shown balance. */
export async function verifyWallets(ctx: Ctx): Promise<Proof> {
  requireCan(ctx, "usage:read");
  return prove(ctx.merchantId, ctx.now);
}

/** The same over all merchants; for the operator, who has the database. */
export async function verifyEverything(now: Date): Promise<Proof> {
  return prove(null, now);
}

/** One snapshot for all statements, so that traffic meanwhile cannot look like a break. */
async function prove(merchantId: string | null, now: Date): Promise<Proof> {
  return prisma.$transaction((tx) => proveIn(sqlOf(tx), merchantId, now), {
    isolationLevel: "RepeatableRead",
    maxWait: 10_000,
    timeout: 600_000,
  });
}

async function proveIn(sql: Sql, merchantId: string | null, now: Date): Promise<Proof> {
  const rows = await proveWallets(sql, merchantId);
  const counters = await proveCounters(sql, merchantId);
  const unshown = await findUnshown(sql, merchantId, now);
  const breaks = [...counters.map(counterBreak), ...(await walletBreaks(sql, rows))];
  return {
    ok: breaks.length === 0,
    at: now.toISOString(),
    wallets: Number(rows[0]?.wallets ?? 0n),
    entries: Number(rows[0]?.entries ?? 0n),
    unshown: { expired: creditsToString(unshown.expired), future: creditsToString(unshown.future) },
    breaks,
  };
}

/** What the rows of a proof say is amiss, each with the first entry that breaks. */
export async function walletBreaks(sql: Sql, rows: readonly ProofRow[]): Promise<Break[]> {
  const breaks: Break[] = [];
  for (const row of rows) {
    if (row.merchant_id === null || row.customer_id === null) continue;
    const entry = await findFirstBreak(sql, row.merchant_id, row.customer_id);
    breaks.push(walletBreak(row, row.merchant_id, entry));
  }
  return breaks;
}

function walletBreak(row: ProofRow, merchantId: string, entry: string | null): Break {
  const adds = row.ledger === row.balance && row.lots === row.balance;
  return {
    merchantId,
    customerId: row.customer_id,
    what: adds ? "held" : "balance",
    ledger: creditsToString(row.ledger),
    lots: creditsToString(row.lots),
    balance: creditsToString(row.balance),
    held: creditsToString(row.lots_held),
    holds: creditsToString(row.holds),
    entry,
  };
}

/** A quota that keeps another amount for open holds than they name. */
export function counterBreak(row: CounterBreakRow): Break {
  return {
    merchantId: row.merchant_id,
    customerId: null,
    what: "quota_held",
    quotaId: row.quota_id,
    subjectId: row.subject_id,
    held: creditsToString(row.counted),
    holds: creditsToString(row.holds),
  };
}
