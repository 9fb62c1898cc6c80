import type { CustomerOrder } from "@/lib/commerce";
import type { Micros } from "@/lib/kernel/micros";
import type { PagePackage } from "./packages";

/** A grant of credits that is in force. */
export type PageLot = {
  readonly id: string;
  readonly granted: Micros;
  readonly remaining: Micros;
  readonly category: "paid" | "promotional";
  /** Null: it never expires. */
  readonly expiresAt: Date | null;
};

export type PageBalance = {
  readonly total: Micros;
  /** Set aside for requests in progress. */
  readonly held: Micros;
  readonly available: Micros;
  readonly debt: Micros;
  readonly frozen: boolean;
  /** In the order they are used. */
  readonly lots: readonly PageLot[];
};

/** Where something counts or ran, by the names the merchant gave. */
export type PagePlace = {
  /** Null: everywhere. */
  readonly module: string | null;
  readonly moduleName: string | null;
  readonly botName: string | null;
  readonly storeName: string | null;
};

export type PageQuota = PagePlace & {
  readonly id: string;
  readonly scope: string;
  /** Null: no limit; 0: nothing may draw on it, so only prepaid credits count. */
  readonly limit: Micros | null;
  readonly used: Micros;
  readonly held: Micros;
  readonly remaining: Micros | null;
  readonly period: string;
  readonly resetsAt: Date | null;
};

export type PageRequest = {
  readonly id: string;
  readonly at: Date;
  readonly module: string | null;
  readonly moduleName: string | null;
  readonly operation: string | null;
  readonly model: string | null;
  readonly cost: Micros;
  readonly fromBalance: Micros;
  readonly fromQuota: Micros;
  /** What neither balance nor quota covered. */
  readonly uncovered: Micros;
  readonly units: number;
  /** Whether a pricing rule set the price. */
  readonly priced: boolean;
};

/** An order of a shop as it now stands, or an entry of the ledger that belongs to none. */
export type PagePurchase = {
  readonly id: string;
  readonly type: "purchase" | "refund" | "dispute" | "dispute_reversal";
  readonly at: Date;
  /** What it brought, or took. */
  readonly amount: Micros;
  /** By refunds and disputes, of what the order brought. */
  readonly takenBack: Micros;
  /** What was bought, in the merchant's words; empty when they are not known. */
  readonly what: readonly { readonly name: string; readonly quantity: number }[];
  readonly order: string | null;
  readonly shop: string | null;
  /** Null for what is not bought: a refund, a dispute. */
  readonly standing: CustomerOrder["standing"] | null;
  /** Of the whole order, in major units of an ISO 4217 currency. */
  readonly price: { readonly amount: string; readonly currency: string } | null;
};

export type PageUse = {
  /** First and last calendar day of `timeZone`, both included. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly { readonly day: string; readonly cost: Micros; readonly requests: number }[];
  readonly modules: readonly {
    readonly module: string | null;
    readonly name: string | null;
    readonly cost: Micros;
    readonly requests: number;
  }[];
  readonly total: Micros;
  /** False: only the newest requests of the span are counted. */
  readonly complete: boolean;
};

/** Everything that a customer's page shows. */
export type PortalPage = {
  readonly timeZone: string;
  readonly balance: PageBalance;
  readonly quotas: readonly PageQuota[];
  readonly use: PageUse;
  readonly requests: readonly PageRequest[];
  readonly purchases: readonly PagePurchase[];
  readonly buyUrl: string | null;
  /** What the page sells by itself. */
  readonly packages: readonly PagePackage[];
  /** When this balance was last proven against the ledger; null when it never was, or the last proof failed. */
  readonly provenAt: Date | null;
};
