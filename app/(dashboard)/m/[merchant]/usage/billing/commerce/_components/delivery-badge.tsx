import { Badge, type Tone } from "@/components/ui";
import { DELIVERY_WORDS } from "./words";

type DeliveryState = keyof typeof DELIVERY_WORDS;

const TONES: Record<DeliveryState, Tone> = {
  pending: "neutral",
  failed: "held",
  done: "credit",
  given_up: "refused",
};

/** How a delivery stands. */
export function DeliveryBadge({ state }: { state: DeliveryState }) {
  return <Badge tone={TONES[state]}>{DELIVERY_WORDS[state]}</Badge>;
}
