import type { Usage } from "@/lib/pricing/core";
import type { Evidence, LoggedMessage } from "@/lib/logs/core";

/** Whose wallet and counters a request moves. A guest has a session and, where the address is known, a network. */
export type Subject =
  | { readonly kind: "customer"; readonly customerId: string; readonly externalId: string }
  | {
      readonly kind: "guest";
      readonly guestId: string;
      readonly networkId: string | null;
      readonly session: string;
    };

/** What every metered request says of itself. */
export type RequestFacts = {
  readonly merchantId: string;
  /** The caller's id: unique for ever per merchant and kind. */
  readonly id: string;
  /** First 128 bits of the SHA-256 of the parsed request, in hex. */
  readonly fingerprint: string;
  readonly subject: Subject;
  readonly module: string;
  readonly operation: string;
  readonly bot: string | null;
  readonly form: string | null;
  readonly store: string | null;
  readonly provider: string;
  readonly model: string;
};

export type AuthorizeOp = RequestFacts & {
  readonly kind: "authorize";
  readonly estimate: Usage;
  readonly holdSeconds: number;
};

export type UsageOp = RequestFacts & {
  readonly kind: "usage";
  readonly usage: Usage;
  /** The hold the caller names; without one, an open hold of the same id is settled. */
  readonly holdId: string | null;
  readonly evidence: Evidence;
  readonly occurredAt: Date | null;
  readonly conversation: {
    readonly id: string;
    readonly source: string | null;
    readonly messages: readonly LoggedMessage[];
  } | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
};

/** Ends an open hold without usage: because the caller says so, or because its time is over. */
export type EndHoldOp = {
  readonly kind: "release" | "expire";
  readonly merchantId: string;
  readonly id: string;
  readonly subject: Subject;
};

export type Op = AuthorizeOp | UsageOp | EndHoldOp;

/** The answer to one op: ready JSON text, or the failure to report. */
export type OpResult =
  | { readonly ok: true; readonly body: string; readonly replayed: boolean }
  | { readonly ok: false; readonly error: Error };
