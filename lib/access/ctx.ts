import type { TxScope } from "@/lib/db";
import type { Permission } from "./permissions";

/** Who acts: shown in the ledger and the audit trail. `label` is the name at the time of the act. */
export type Actor =
  | { kind: "member"; id: string; label: string }
  | { kind: "api_key"; id: string; label: string }
  | { kind: "customer"; id: string; label: string }
  | { kind: "guest"; id: string; label: string }
  | { kind: "webhook"; id: string; label: string }
  | { kind: "system"; id: "system"; label: string };

/** Who is asking, for which merchant, at what time. Built once at the edge, then passed down. */
export type Ctx = TxScope & {
  readonly merchantId: string;
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
  /** The only store the actor may act for (a key bound to a store); null: every store of the merchant. */
  readonly storeId: string | null;
  /** The instant the request counts as having arrived. No verb reads another clock. */
  readonly now: Date;
};
