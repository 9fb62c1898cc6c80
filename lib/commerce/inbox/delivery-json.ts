import type { Delivery } from "./deliveries.repo";

/** A delivery as answers show it; the body is in `getDelivery` only. */
export type DeliveryJson = {
  id: string;
  connection: string;
  topic: string;
  subject: string | null;
  state: Delivery["state"];
  attempts: number;
  repeats: number;
  outcome: string | null;
  error: string | null;
  purchase: string | null;
  receivedAt: string;
  nextAttemptAt: string | null;
  finishedAt: string | null;
};

/** Instants as ISO 8601. */
export function deliveryJson(delivery: Delivery): DeliveryJson {
  const { id, topic, subject, state, attempts, repeats, outcome, error } = delivery;
  return {
    id,
    connection: delivery.connectionId,
    ...{ topic, subject, state, attempts, repeats, outcome, error },
    purchase: delivery.purchaseId,
    receivedAt: delivery.receivedAt.toISOString(),
    nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
    finishedAt: delivery.finishedAt?.toISOString() ?? null,
  };
}
