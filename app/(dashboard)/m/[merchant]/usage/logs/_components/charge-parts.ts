import { z } from "zod";
import type { PayingLot } from "@/lib/logs";
import { LOT_SOURCES, LOT_WORDS } from "./words";

const quotaShape = z.object({
  id: z.string(),
  scope: z.string(),
  limit: z.string().nullable(),
  used: z.string(),
  remaining: z.string().nullable(),
});

export type AppliedQuota = z.output<typeof quotaShape>;

const originShape = z.object({
  order: z.union([z.string(), z.number()]).optional(),
  reason: z.string().optional(),
});

/** Where the credits of a lot came from: "Purchase, order 1041", "Grant, welcome credits". */
export function lotWords({ source, origin }: PayingLot): string {
  const named = source === null ? LOT_WORDS.unknown : (LOT_SOURCES[source] ?? source);
  const { order, reason } = originShape.catch({}).parse(origin);
  const from = order === undefined ? reason : LOT_WORDS.order(String(order));
  return [named, from].filter(Boolean).join(", ");
}

/** The quotas that applied, as the first answer told them. */
export function quotasOf(quotas: unknown): readonly AppliedQuota[] {
  const parsed = z.array(quotaShape).safeParse(quotas);
  return parsed.success ? parsed.data : [];
}
