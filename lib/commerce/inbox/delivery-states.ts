/** `failed` will be tried again; `done` and `given_up` are ends, which a replay opens again. */
export const DELIVERY_STATES = ["pending", "failed", "done", "given_up"] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
