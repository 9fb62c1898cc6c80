import { creditsToString } from "@/lib/kernel/micros";
import type { LotState } from "./core";

/** A lot as answers show it (design.md §4). */
export type LotJson = {
  id: string;
  source: string;
  category: LotState["category"];
  priority: number;
  granted: string;
  remaining: string;
  effectiveAt: string;
  expiresAt: string | null;
  origin: object;
};

/** Amounts as decimal strings, instants as ISO 8601. */
export function lotJson({ lot, source, origin }: { lot: LotState; source: string; origin: object }): LotJson {
  return {
    id: lot.id,
    source,
    category: lot.category,
    priority: lot.priority,
    granted: creditsToString(lot.granted),
    remaining: creditsToString(lot.remaining),
    effectiveAt: lot.effectiveAt.toISOString(),
    expiresAt: lot.expiresAt?.toISOString() ?? null,
    origin,
  };
}
