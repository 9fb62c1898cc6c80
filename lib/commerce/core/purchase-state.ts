import type { Product } from "./package";

/** One line of an order. Money is in major units as a decimal string, like everything a shop says about money here. */
export type ShopLine = {
  /** The shop's own key of the line; the same line has the same key in every state. */
  readonly key: string;
  readonly name: string;
  readonly product: Product;
  readonly quantity: number;
  readonly total: string;
  /** What of this line's own money went back, and how many pieces; "0" and 0 where the shop does not say. */
  readonly refundedTotal: string;
  readonly refundedQuantity: number;
};

/** What a shop knows of who bought: its own id of the person, and what was typed at the till. */
export type Buyer = {
  readonly externalId: string | null;
  readonly email: string | null;
  readonly name: string | null;
};

/** `open`: the money is gone until it is decided. An inquiry that moves no money is `none`. */
export type Dispute = "none" | "open" | "won" | "lost";

/**
 * What a shop now says of one purchase, whole: every adapter brings its shop's words into this form, and credits follow
 * from it alone. A state is never a change: applying it twice, or an older one after it, changes nothing.
 */
export type PurchaseState = {
  /** Unique in its connection for ever: "order:1041", "pi_…", "in_…". */
  readonly key: string;
  /** What people call it. */
  readonly number: string;
  readonly buyer: Buyer;
  /** The shop's own word. */
  readonly shopStatus: string;
  /** Whether, by this status and the connection's `grantWhen`, credits are due. */
  readonly granting: boolean;
  readonly lines: readonly ShopLine[];
  readonly currency: string | null;
  /** Of the whole order, and what of it went back altogether. */
  readonly total: string;
  readonly refunded: string;
  /** The part of `refunded` that is known to belong to no line: tax, shipping, fees. */
  readonly refundedApart: string;
  readonly dispute: Dispute;
  /** How much is disputed; null is all of it. */
  readonly disputed: string | null;
  /** The shop's instant of this state, ISO 8601. */
  readonly asOf: string;
  /** When we saw it: the arrival of the delivery, or the moment before the shop was asked. */
  readonly observedAt: string;
  /** Asked of the shop itself, so that it is its word at `observedAt`; otherwise a snapshot that was sent. */
  readonly confirmed: boolean;
  /** When it was bought. */
  readonly occurredAt: string;
  /** What an adapter has to remember between events. Its own business. */
  readonly facts: Readonly<Record<string, unknown>>;
};
