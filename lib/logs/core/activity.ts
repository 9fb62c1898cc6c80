import { type Micros, micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { listDays } from "./days";

/** The roll-up of one day and one type of ledger entry. Sums of magnitudes: none is negative. */
export type LedgerDay = {
  readonly day: string;
  readonly type: string;
  readonly entries: bigint;
  readonly added: Micros;
  readonly taken: Micros;
  readonly quota: Micros;
};

/** The roll-up of one day's usage. */
export type UsageDay = {
  readonly day: string;
  readonly requests: bigint;
  readonly failures: bigint;
  readonly unpriced: bigint;
  readonly tokens: bigint;
  readonly cost: Micros;
  /** Who paid the cost: balances, quotas, nobody. Together they are the cost. */
  readonly fromBalance: Micros;
  readonly fromQuota: Micros;
  readonly overdraft: Micros;
};

export type ActivityCards = {
  /** Purchases, grants and positive adjustments. */
  readonly creditsAdded: Micros;
  /** Usage only: what requests took from balances. */
  readonly balanceDebited: Micros;
  /** What requests that took nothing from a balance drew on quotas. Partly paid requests are not in it. */
  readonly quotaOnlyUsage: Micros;
  readonly quotaOnlyRequests: bigint;
  readonly ledgerEntries: bigint;
};

/** What is in no card, so that nothing is hidden. All are magnitudes. */
export type ActivityOther = {
  readonly expired: Micros;
  /** Taken back by refunds and disputes. */
  readonly refunded: Micros;
  /** Given back by disputes that were won. */
  readonly disputesReversed: Micros;
  /** Negative adjustments. */
  readonly takenAway: Micros;
  /** Usage that neither balance nor quota covered. */
  readonly overdraft: Micros;
};

export type ActivityDay = ActivityCards & UsageDay;

export type ActivityFigures = {
  readonly cards: ActivityCards;
  readonly other: ActivityOther;
  readonly series: readonly ActivityDay[];
};

type RollUps = {
  readonly from: string;
  readonly to: string;
  readonly ledger: readonly LedgerDay[];
  readonly usage: readonly UsageDay[];
};

/** Cards and daily series from the roll-ups of a range: one point for each calendar day, quiet days as zeros. */
export function composeActivity({ from, to, ledger, usage }: RollUps): ActivityFigures {
  const usageOf = new Map(usage.map((row) => [row.day, row]));
  return {
    cards: sumCards(ledger),
    other: sumOther(ledger, usage),
    series: listDays(from, to).map((day) => ({
      ...quietDay(day),
      ...usageOf.get(day),
      ...sumCards(ledger.filter((row) => row.day === day)),
    })),
  };
}

function sumCards(rows: readonly LedgerDay[]): ActivityCards {
  return {
    creditsAdded: sum(rows, "added", ["purchase", "grant", "adjustment"]),
    balanceDebited: sum(rows, "taken", ["usage"]),
    quotaOnlyUsage: sum(rows, "quota", ["quota_usage"]),
    quotaOnlyRequests: countEntries(rows.filter((row) => row.type === "quota_usage")),
    ledgerEntries: countEntries(rows),
  };
}

function sumOther(rows: readonly LedgerDay[], usage: readonly UsageDay[]): ActivityOther {
  return {
    expired: sum(rows, "taken", ["expiry"]),
    refunded: sum(rows, "taken", ["refund", "dispute"]),
    disputesReversed: sum(rows, "added", ["dispute_reversal"]),
    takenAway: sum(rows, "taken", ["adjustment"]),
    overdraft: micros(usage.reduce((total, row) => total + row.overdraft, 0n)),
  };
}

function sum(
  rows: readonly LedgerDay[],
  column: "added" | "taken" | "quota",
  types: readonly string[],
): Micros {
  return micros(rows.reduce((total, row) => (types.includes(row.type) ? total + row[column] : total), 0n));
}

function countEntries(rows: readonly LedgerDay[]): bigint {
  return rows.reduce((total, row) => total + row.entries, 0n);
}

function quietDay(day: string): UsageDay {
  return {
    day,
    requests: 0n,
    failures: 0n,
    unpriced: 0n,
    tokens: 0n,
    cost: ZERO_MICROS,
    fromBalance: ZERO_MICROS,
    fromQuota: ZERO_MICROS,
    overdraft: ZERO_MICROS,
  };
}
