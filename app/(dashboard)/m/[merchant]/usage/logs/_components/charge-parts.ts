import { z } from "zod";

const lotsShape = z.object({ lots: z.array(z.object({ lot: z.string(), amount: z.string() })) });

const quotaShape = z.object({
  id: z.string(),
  scope: z.string(),
  limit: z.string().nullable(),
  used: z.string(),
  remaining: z.string().nullable(),
});

export type PaidByLot = { readonly lot: string; readonly amount: string };
export type AppliedQuota = z.output<typeof quotaShape>;

/** The lots that paid, from what the ledger entry points at. */
export function lotsOf(references: unknown): readonly PaidByLot[] {
  const parsed = lotsShape.safeParse(references);
  return parsed.success ? parsed.data.lots : [];
}

/** The quotas that applied, as the first answer told them. */
export function quotasOf(quotas: unknown): readonly AppliedQuota[] {
  const parsed = z.array(quotaShape).safeParse(quotas);
  return parsed.success ? parsed.data : [];
}
