import type { z } from "zod";
import type { Ctx } from "@/lib/access";
import { getCustomer } from "@/lib/customers";
import { parseCredits, type Micros, ZERO_MICROS } from "@/lib/kernel/micros";
import type { MerchantSettings } from "@/lib/merchants";
import { listCustomerQuotas } from "@/lib/metering";
import { findGuestUse } from "@/lib/quotas";
import { periodAt, periodSpecOf, type QuotaDefinition } from "@/lib/quotas/core";
import { getBalance } from "@/lib/wallets";
import type { explainLimitsInput } from "./schemas";

/** Who limits are explained for. */
export type Asked = {
  readonly kind: "customer" | "guest";
  /** The merchant's id of the customer; null for a guest, and for a customer made up of roles. */
  readonly customer: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly session: string | null;
  /** Null where there is no wallet. */
  readonly balance: { readonly total: Micros; readonly held: Micros; readonly available: Micros } | null;
  readonly frozen: boolean;
  readonly available: Micros;
};

const NOBODY = {
  customer: null,
  name: null,
  roles: [],
  session: null,
  balance: null,
  frozen: false,
  available: ZERO_MICROS,
} as const;

/** Looks up who is asked about. Throws `not_found` for an unknown customer. */
export async function askedOf(asker: Ctx, wish: z.output<typeof explainLimitsInput>): Promise<Asked> {
  const { customer: externalId, guest, session = null } = wish;
  if (guest) return { ...NOBODY, kind: "guest", session };
  if (externalId === undefined) return { ...NOBODY, kind: "customer", roles: rolesIn(wish.roles ?? "") };
  const [customer, wallet] = await Promise.all([
    getCustomer(asker, externalId),
    getBalance(asker, externalId),
  ]);
  const { total, held, available, frozen } = wallet;
  const { name, roles } = customer;
  return {
    ...{ kind: "customer", customer: externalId, name, roles, session: null, frozen },
    ...{ balance: { total, held, available }, available: frozen ? ZERO_MICROS : available },
  };
}

function rolesIn(text: string): string[] {
  return text
    .split(",")
    .map((role) => role.trim())
    .filter((role) => role !== "");
}

type Use = { readonly used: Micros; readonly held: Micros };

/** What the one asked about used and holds of these quotas in their running periods, by the quota's id. */
export async function usedBy(
  asker: Ctx,
  { customer, session }: Asked,
  { quotas, settings }: { quotas: readonly QuotaDefinition[]; settings: MerchantSettings },
): Promise<Map<string, Use>> {
  if (customer !== null) {
    const views = await listCustomerQuotas(asker, customer);
    return new Map(views.map(({ id, used, held }) => [id, { used: read(used), held: read(held) }]));
  }
  if (session === null || quotas.length === 0) return new Map();
  const periods = quotas.map((quota) => ({
    quotaId: quota.id,
    start: periodAt(periodSpecOf(quota, settings), asker.now).start,
  }));
  const rows = await findGuestUse(asker, session, periods);
  return new Map(rows.map(({ quotaId, ...use }) => [quotaId, use]));
}

function read(amount: string): Micros {
  return parseCredits(amount) ?? ZERO_MICROS;
}
