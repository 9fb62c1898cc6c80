import { readSql } from "@/lib/db";
import type { Micros } from "@/lib/kernel/micros";
import { loadQuotas } from "@/lib/quotas";
import type { QuotaDefinition } from "@/lib/quotas/core";
import { type PageOptions, showsModule } from "../core/options";
import type { Portal } from "../sign-in/portal-visit";
import { readPageNames } from "./page-names";
import type { PagePlace } from "./page-parts";
import { buyUrlOf } from "./read-portal-page";
import { placeOf } from "./read-quotas";

/** What somebody without an account, or with one, may use in a place. */
export type GuestQuota = PagePlace & {
  readonly id: string;
  readonly limit: Micros | null;
  readonly period: string;
};

/** What a visitor without an account sees: what they may use as it is, and what an account would bring. */
export type GuestPage = {
  readonly asGuest: readonly GuestQuota[];
  readonly withAccount: readonly GuestQuota[];
  readonly buyUrl: string | null;
};

/** Reads the allowances that guests, and all customers, have. Nothing of anybody is in it. */
export async function readGuestPage(portal: Portal, options: PageOptions): Promise<GuestPage> {
  const { merchant, now } = portal;
  const actor = { kind: "guest", id: "guest", label: "Guest" } as const;
  const permissions = new Set(["usage:read"] as const);
  const names = await readPageNames({ merchantId: merchant.id, actor, permissions, storeId: null, now });
  const quotas = await loadQuotas(readSql(), merchant.id);
  const allowances = (audience: QuotaDefinition["audience"]): GuestQuota[] =>
    quotas
      .filter((quota) => quota.audience === audience && quota.mode === "enforce")
      .filter((quota) => showsModule(options, quota.module))
      .map((quota) => ({
        ...placeOf(quota, names),
        id: quota.id,
        limit: quota.limit,
        period: quota.period,
      }));
  return {
    asGuest: allowances("guest"),
    withAccount: allowances("customer"),
    buyUrl: buyUrlOf(portal, options),
  };
}
