import { type Ctx, requireCan } from "@/lib/access";
import { findCustomer } from "@/lib/customers";
import { readSql } from "@/lib/db";
import { env } from "@/lib/kernel/env";
import { getSettings } from "@/lib/merchants";
import { listCustomerQuotas } from "@/lib/metering";
import { getCustomerUse } from "@/lib/wallets";
import { showsModule } from "./core/options";
import { getPortalSettings } from "./settings/get-portal-settings";
import { findLastSession } from "./sign-in/last-session.repo";

/** One question about why a customer sees no usage; `facts` are what its sentence names. */
export type PortalCheck = {
  readonly check: "placed" | "known" | "signed_in" | "access" | "usage" | "shown";
  readonly state: "pass" | "fail" | "unknown";
  readonly facts: readonly string[];
};

const DAYS_MILLIS = 30 * 86_400_000;

/**
 * Why a customer's page may show no usage (mission B60), each question answered from the live data: is the page
 * somewhere, is the customer known and signed in, do limits let their roles in, was usage recorded, is it shown.
 */
export async function checkPortal(ctx: Ctx, externalId: string): Promise<PortalCheck[]> {
  requireCan(ctx, "usage:read");
  const [settings, merchant] = await Promise.all([getPortalSettings(ctx), getSettings(ctx)]);
  const placed = placedCheck(merchant.dashboardUrl, settings.origins);
  const customer = await findCustomer(readSql(), ctx.merchantId, externalId);
  if (!customer) return [placed, { check: "known", state: "fail", facts: [externalId] }];

  const [session, quotas, use] = await Promise.all([
    findLastSession(ctx.merchantId, customer.id),
    listCustomerQuotas(ctx, externalId),
    getCustomerUse(ctx, externalId, {
      from: new Date(ctx.now.getTime() - DAYS_MILLIS),
      timeZone: merchant.timeZone,
    }),
  ]);
  const closed = quotas.filter(({ limit }) => limit === "0").map(({ scope }) => scope);
  const used = [...new Set(use.rows.map((row) => row.module ?? "—"))];
  const hidden = used.filter((module) => !showsModule(settings, module));
  const open = session !== null && session.expiresAt > ctx.now;
  return [
    placed,
    { check: "known", state: "pass", facts: [customer.name ?? customer.email ?? externalId] },
    { check: "signed_in", state: passIf(open), facts: session ? [session.createdAt.toISOString()] : [] },
    { check: "access", state: passIf(closed.length === 0), facts: closed },
    { check: "usage", state: passIf(used.length > 0), facts: used },
    { check: "shown", state: used.length === 0 ? "unknown" : passIf(hidden.length === 0), facts: hidden },
  ];
}

function passIf(good: boolean): "pass" | "fail" {
  return good ? "pass" : "fail";
}

/** Whether the page has a place that may show it: our own address needs no leave. */
function placedCheck(dashboardUrl: string | null, origins: readonly string[]): PortalCheck {
  if (dashboardUrl === null) return { check: "placed", state: "fail", facts: [] };
  const origin = new URL(dashboardUrl).origin;
  const allowed = origin === new URL(env().url).origin || origins.includes(origin);
  return { check: "placed", state: allowed ? "pass" : "fail", facts: [origin] };
}
