import type { Connection } from "../connections/connection";
import type { DifferenceKind } from "./difference-kinds";

/** One thing that was not as it should be, and whether it is now. */
export type Difference = {
  readonly purchaseId: string | null;
  /** The shop's own key of it: an order, a webhook, an event. */
  readonly key: string;
  readonly number: string;
  readonly kind: DifferenceKind;
  /** For people. */
  readonly detail: string;
  readonly repaired: boolean;
};

/** One piece of the way: how many things were compared, and what differed. */
export type Compared = { readonly compared: number; readonly differences: readonly Difference[] };

/** A connection to be compared with its shop, from an instant on. */
export type Reconciling = {
  readonly connection: Connection;
  readonly since: Date;
  readonly clock: () => Date;
};

/** How a kind of shop is compared, piece by piece, each repaired as it is found. Throws when the shop does not answer. */
export type Reconciler = (work: Reconciling) => AsyncGenerator<Compared>;
