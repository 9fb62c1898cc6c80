import type { Micros } from "@/lib/kernel/micros";
import type { Evidence } from "./evidence";

/** Disjoint buckets (design.md §9): input without cached, output without reasoning; or only a total. */
export type UsageCounts = {
  readonly inputTokens: bigint;
  readonly cachedInputTokens: bigint;
  readonly cacheWriteTokens: bigint;
  readonly outputTokens: bigint;
  readonly reasoningTokens: bigint;
  readonly totalTokens: bigint;
  readonly images: number;
  readonly videos: number;
  readonly millis: bigint;
};

type LogCustomer = {
  readonly externalId: string;
  readonly name: string | null;
  readonly email: string | null;
};

/** Where something ran, and by which roles of its customer or guest. */
export type LogPlace = {
  readonly roles: readonly string[];
  readonly source: string | null;
  readonly store: string | null;
  readonly module: string;
  readonly bot: string | null;
  readonly form: string | null;
  readonly provider: string;
  readonly model: string;
};

/** A conversation, or a lone request, without what was said. */
export type LogSummary = LogPlace & {
  readonly id: string;
  readonly conversationId: string | null;
  readonly customer: LogCustomer | null;
  /** The session of a visitor without account. */
  readonly guest: string | null;
  readonly requestCount: number;
  readonly messageCount: number;
  readonly tokens: bigint;
  readonly cost: Micros;
  /** What of the cost nothing covered. */
  readonly overdraft: Micros;
  readonly preview: string;
  /** The best vector score of the conversation, 0 to 1; null when no vector context was used. */
  readonly bestScore: number | null;
  readonly failed: boolean;
  readonly unpriced: boolean;
  /** Brought in from elsewhere: it was paid there, and the ledger does not know it. */
  readonly imported: boolean;
  /** The weakest among its events. */
  readonly evidence: Evidence;
  /** When retention took away what was said; null while it is kept. */
  readonly contentsPrunedAt: Date | null;
  readonly firstAt: Date;
  readonly lastAt: Date;
};

/** One message as it was stored. `request`, `response` and `vectorScores` are the caller's own JSON. */
export type StoredMessage = {
  readonly id: string;
  readonly role: string;
  readonly content: string;
  readonly at: Date;
  readonly eventId: string;
  readonly request: unknown;
  readonly response: unknown;
  readonly vectorScores: unknown;
  readonly error: string | null;
};

/** A lot that paid for a charge, and where it came from. */
export type PayingLot = {
  readonly lot: string;
  /** A decimal string of credits. */
  readonly amount: string;
  /** How it came into the wallet ("purchase", "grant"); null for a lot that cannot be found. */
  readonly source: string | null;
  readonly category: string | null;
  /** The order, the package or the reason, as it was written when the lot was made. */
  readonly origin: unknown;
};

/** What one usage event of a log cost, and why. */
export type Charge = {
  readonly eventId: string;
  readonly ledgerEntryId: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly operation: string | null;
  readonly provider: string | null;
  readonly model: string | null;
  readonly rule: { readonly id: string; readonly version: number } | null;
  readonly usage: UsageCounts;
  readonly evidence: string;
  /** Exact cost before rounding, as a decimal string of credits. */
  readonly rawCost: string;
  readonly cost: Micros;
  readonly fromBalance: Micros;
  readonly fromQuota: Micros;
  readonly overdraft: Micros;
  /** The wallet's balance after it; null for guests. */
  readonly balanceAfter: Micros | null;
  /** Recorded after its hold had expired. */
  readonly late: boolean;
  readonly unpriced: boolean;
  /** What the ledger entry points at, lots included, as it was written. */
  readonly references: unknown;
  /** The lots that paid, in the order they were burned. */
  readonly lots: readonly PayingLot[];
  /** The quotas that applied, as its first answer told them: what each allowed and had used after it. */
  readonly quotas: unknown;
  readonly metadata: unknown;
};

/** A message with what it cost, where it is the answer of a request. */
export type LogMessage = StoredMessage & { readonly charge: Charge | null };

export type Log = LogSummary & {
  /** Oldest first. */
  readonly messages: readonly LogMessage[];
  /** One for each usage event, oldest first. */
  readonly charges: readonly Charge[];
  /** How many earlier messages a very long conversation has beyond those given. */
  readonly earlierMessages: number;
};
