import { Badge, type Tone } from "@/components/ui";
import type { PurchaseWord } from "@/lib/commerce/schemas";
import { STATES } from "./words";

const TONES: Record<PurchaseWord, Tone> = {
  pending: "neutral",
  waiting: "held",
  unmatched: "unpriced",
  granted: "credit",
  partly_refunded: "neutral",
  refunded: "neutral",
  disputed: "refused",
};

/** Where a purchase stands. */
export function StateBadge({ state }: { state: PurchaseWord }) {
  return (
    <Badge tone={TONES[state]} tip={STATES.tips[state]}>
      {STATES[state]}
    </Badge>
  );
}
