import { startOfDay } from "@/lib/kernel/start-of-day";

export type GrantInput = {
  /** The form's key of this grant: repeated, it books nothing again. */
  readonly id: string;
  readonly customer: string;
  /** A decimal string; negative takes away. */
  readonly amount: string;
  readonly category: string;
  /** A calendar day of the merchant's zone, "2026-11-21", or "". */
  readonly expires: string;
  readonly priority: number;
  readonly reason: string;
};

/** A grant as the verb takes it: the day of expiry becomes the instant at which it begins. */
export function grantOf({ id, expires, amount, ...given }: Omit<GrantInput, "customer">, timeZone: string) {
  if (amount.startsWith("-")) return { id, amount, reason: given.reason };
  return {
    ...given,
    id,
    amount,
    ...(expires === "" ? {} : { expiresAt: startOfDay(expires, timeZone).toISOString() }),
  };
}
