import type { Micros } from "@/lib/kernel/micros";
import type { LotPart } from "./book";

export type HoldState = "open" | "settled" | "released" | "expired";

/** What a hold set aside in one quota counter: the counter's key and the amount. */
export type QuotaPart = {
  readonly quotaId: string;
  readonly subjectId: string;
  readonly periodStart: Date;
  readonly amount: Micros;
};

/**
 * Credits and quota set aside for a request in flight, with where they came from. Open → settled | released |
 * expired, each once. `rule` is the version it was priced under; without one, `unpricedPolicy` is.
 */
export type Hold = {
  readonly merchantId: string;
  readonly id: string;
  readonly customerId: string | null;
  readonly guestId: string | null;
  readonly networkId: string | null;
  state: HoldState;
  /** First 128 bits of the SHA-256 of the request, in hex: tells a repeat from a reused id. */
  readonly fingerprint: string;
  readonly amount: Micros;
  readonly fromBalance: Micros;
  readonly fromQuota: Micros;
  readonly lots: readonly LotPart[];
  readonly quotas: readonly QuotaPart[];
  readonly module: string;
  readonly operation: string;
  readonly bot: string | null;
  readonly form: string | null;
  readonly store: string | null;
  readonly provider: string;
  readonly model: string;
  readonly rule: { readonly id: string; readonly version: number } | null;
  readonly unpricedPolicy: "raw_units" | "block" | "free" | null;
  /** The answer given when it was made, for repeats. */
  readonly answer: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};
