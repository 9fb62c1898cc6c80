import type { Ctx } from "@/lib/access";
import { readSql } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { loadSettingsBySlug, type MerchantSettings } from "@/lib/merchants";
import type { PortalSettings } from "../schemas";
import { readPortalSettings } from "../settings/get-portal-settings";
import { forgetEnded, findSession, type SessionRow, deleteSession, type Viewer } from "./sign-in.repo";
import { hashOf, isSecret } from "./secrets";

/** A merchant's customer page, before it is known who looks at it. */
export type Portal = {
  readonly merchant: MerchantSettings;
  readonly settings: PortalSettings;
  readonly now: Date;
};

/** A customer at their page; with `viewer`, a member who looks at it as they do. */
export type Visit = Portal & {
  readonly customer: Pick<SessionRow, "customerId" | "externalId" | "email" | "name" | "roles">;
  readonly viewer: Viewer | null;
  readonly embedded: boolean;
  readonly expiresAt: Date;
};

const SLUG = /^[a-z0-9-]{1,60}$/;
const FORGOTTEN_AFTER_MILLIS = 86_400_000;

/** The page of the merchant with this slug; null when there is none. */
export async function findPortal(slug: string, now: Date): Promise<Portal | null> {
  if (!SLUG.test(slug)) return null;
  try {
    const merchant = await loadSettingsBySlug(readSql(), slug);
    return { merchant, settings: await readPortalSettings(readSql(), merchant.id), now };
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

/**
 * Whose page it is, by the key of a session: null when there is no key, the session ended, or it is another
 * merchant's. A session that was opened inside a frame is good inside a frame only, and the other way round.
 */
export async function findVisit(
  portal: Portal,
  key: string | null,
  embedded: boolean,
): Promise<Visit | null> {
  if (key === null || !isSecret(key)) return null;
  const session = await findSession(portal.merchant.id, hashOf(key));
  if (!session || session.expiresAt <= portal.now || session.embedded !== embedded) return null;
  const { viewer, expiresAt, customerId, externalId, email, name, roles } = session;
  return { ...portal, customer: { customerId, externalId, email, name, roles }, viewer, embedded, expiresAt };
}

/** Signs out: the key is worth nothing from then on. */
export async function endVisit(portal: Portal, key: string | null): Promise<void> {
  if (key !== null && isSecret(key)) await deleteSession(portal.merchant.id, hashOf(key));
}

/** Forgets some links, sessions and used tokens that ended a day ago: until then they can still say why they fail. */
export async function tidyPortal({ merchant, now }: Portal): Promise<void> {
  await forgetEnded(merchant.id, new Date(now.getTime() - FORGOTTEN_AFTER_MILLIS));
}

/** What a visitor's page may ask of other modules: to read, as this customer. It never leaves lib/portal. */
export function ctxOfVisit({ merchant, customer, now }: Visit): Ctx {
  return {
    merchantId: merchant.id,
    actor: {
      kind: "customer",
      id: customer.externalId,
      label: customer.name ?? customer.email ?? customer.externalId,
    },
    permissions: new Set(["usage:read"]),
    storeId: null,
    now,
  };
}
