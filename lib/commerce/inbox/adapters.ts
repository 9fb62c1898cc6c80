import type { ConnectionKind } from "../connections/kinds";
import { takeStripeDelivery } from "../stripe/take-stripe-delivery";
import { takeWooDelivery } from "../woocommerce/take-woo-delivery";
import type { TakeDelivery } from "./take-delivery";

/** Kind of connection → how its deliveries are understood. */
export const ADAPTERS = {
  woocommerce: takeWooDelivery,
  stripe: takeStripeDelivery,
} as const satisfies Record<ConnectionKind, TakeDelivery>;
