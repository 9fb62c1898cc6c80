import type { GuestBook } from "@/lib/customers/core";
import { AppError } from "@/lib/kernel/errors";
import type { Micros } from "@/lib/kernel/micros";
import type { Conversation, CountedUsage, LoggedEvent } from "@/lib/logs/core";
import type { PricingRule, RuleIndex, UnpricedPolicy } from "@/lib/pricing/core";
import type { BurnOrder, CounterBook, QuotaDefinition } from "@/lib/quotas/core";
import type { Hold, LedgerEntry, OpenWallet } from "@/lib/wallets/core";
import type { UsageOp } from "./op";

/** What a merchant has set, as far as charging depends on it. */
export type MerchantConfig = {
  readonly version: bigint;
  readonly timeZone: string;
  readonly weekStart: "monday" | "sunday" | "saturday";
  readonly burnOrder: BurnOrder;
  readonly unpricedPolicy: UnpricedPolicy;
  readonly quotaMessage: string | null;
  /** Where the customer's page stands: on the merchant's site, else here. */
  readonly dashboardUrl: string;
  readonly buyCreditsUrl: string | null;
  readonly rules: RuleIndex;
  readonly quotas: readonly QuotaDefinition[];
};

/** A usage event to be stored. */
export type UsageRow = {
  readonly op: UsageOp;
  readonly entryId: string;
  readonly logId: string;
  readonly holdId: string | null;
  readonly cost: Micros;
  readonly rawCost: string;
  readonly fromBalance: Micros;
  readonly fromQuota: Micros;
  readonly overdraft: Micros;
  readonly late: boolean;
  readonly unpriced: boolean;
  readonly answer: string;
};

/**
 * Everything a batch may look at, locked and loaded, and everything it decides. Planning reads and changes only
 * this; nothing is written before all requests of the batch have been planned.
 */
export type World = {
  readonly now: Date;
  readonly newId: () => string;
  /** The merchant's local day at `now`. */
  readonly dayOf: (merchantId: string) => string;
  readonly configs: ReadonlyMap<string, MerchantConfig>;
  readonly wallets: ReadonlyMap<string, OpenWallet>;
  readonly guests: ReadonlyMap<string, GuestBook>;
  readonly counters: ReadonlyMap<string, CounterBook>;
  readonly periodOf: (quota: QuotaDefinition, config: MerchantConfig) => { start: Date; end: Date | null };
  readonly ruleVersions: ReadonlyMap<string, PricingRule>;
  /** By `keyOf`; grows while planning. */
  readonly holds: Map<string, Hold>;
  readonly events: Map<string, { fingerprint: string; answer: string }>;
  readonly conversations: Map<string, Conversation>;
  /** What is to be written. */
  readonly written: {
    readonly touched: Set<string>;
    readonly entries: LedgerEntry[];
    readonly newHolds: Hold[];
    readonly endedHolds: Hold[];
    readonly usage: UsageRow[];
    readonly logged: LoggedEvent[];
    readonly counted: CountedUsage[];
    readonly newConversations: Conversation[];
    readonly existingLogs: Set<string>;
  };
};

/** The key of anything a caller named, within its merchant. */
export function keyOf(merchantId: string, id: string): string {
  return `${merchantId}|${id}`;
}

/** One string per rule version. */
export function versionKey(ruleId: string, version: number): string {
  return `${ruleId}|${version}`;
}

/** What a merchant of this batch has set. Throws `unavailable` when it was not loaded. */
export function configOf(world: World, merchantId: string): MerchantConfig {
  return found(world.configs.get(merchantId));
}

/** A wallet of this batch. Throws `unavailable` when it was not loaded. */
export function walletOf(world: World, customerId: string): OpenWallet {
  return found(world.wallets.get(customerId));
}

/** A guest of this batch. Throws `unavailable` when it was not loaded. */
export function guestOf(world: World, guestId: string): GuestBook {
  return found(world.guests.get(guestId));
}

/** What a batch was to load and did not is a bug, or a row removed meanwhile; nothing is charged on a guess. */
function found<T>(value: T | undefined): T {
  if (value === undefined)
    throw new AppError("unavailable", "This changed while it was read. Please try again.");
  return value;
}
