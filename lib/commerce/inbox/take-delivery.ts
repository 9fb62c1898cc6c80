import type { Connection } from "../connections/connection";
import type { DeliveryWithBody } from "./deliveries.repo";

/** One delivery to be worked on, of an enabled connection. */
export type DeliveryWork = {
  readonly connection: Connection;
  readonly delivery: DeliveryWithBody;
  readonly now: Date;
};

/** What came of it, in words for the list of deliveries. */
export type DeliveryResult = {
  readonly outcome: string;
  readonly purchaseId: string | null;
  /** What it was about, where the body says it better than the first look did. */
  readonly subject?: string;
  /**
   * Why the shop could not be asked, though its own snapshot has been applied: asked again later, and if it stays
   * away, the snapshot is what counts.
   */
  readonly unconfirmed?: string;
};

/**
 * How a kind of shop turns a delivery into a state of a purchase. Throws `DeliveryRefused` for what can never be
 * understood; anything else that is thrown is tried again later.
 */
export type TakeDelivery = (work: DeliveryWork) => Promise<DeliveryResult>;

/** No repeat will help: what was sent is not what it should be. Shown to people as it is. */
export class DeliveryRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DeliveryRefused";
  }
}
