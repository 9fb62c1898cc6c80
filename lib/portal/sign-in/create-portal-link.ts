import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { findCustomer } from "@/lib/customers";
import { readSql, withTx } from "@/lib/db";
import { env } from "@/lib/kernel/env";
import { AppError } from "@/lib/kernel/errors";
import { getSettings } from "@/lib/merchants";
import { type PortalLinkInput, portalLinkInput } from "../schemas";
import { hashOf, newSecret } from "./secrets";
import { insertLink, type LinkKind, type Viewer } from "./sign-in.repo";

/** A link that signs in once. */
type PortalLink = { readonly url: string; readonly expiresAt: Date };

/** How long a member's own look at a page may take to begin. */
const MEMBER_LINK_SECONDS = 120;

/**
 * Makes a link that signs a customer in to their page, once; each call makes another. Throws `not_found` for an
 * unknown customer, also for another merchant's.
 */
export async function createPortalLink(
  ctx: Ctx,
  externalId: string,
  input: PortalLinkInput = {},
): Promise<PortalLink> {
  requireCan(ctx, "customers:write");
  const { expiresInSeconds, section } = portalLinkInput.parse(input);
  return makeLink(ctx, externalId, {
    kind: "api",
    viewer: null,
    seconds: expiresInSeconds,
    section: section ?? null,
  });
}

/**
 * Lets a member look at a customer's page as the customer sees it: read-only, marked as such, and written down with
 * the member's name. Throws `not_found` for an unknown customer.
 */
export async function viewAsCustomer(ctx: Ctx, externalId: string): Promise<PortalLink> {
  requireCan(ctx, "usage:read");
  const viewer = { id: ctx.actor.id, label: ctx.actor.label };
  return makeLink(ctx, externalId, { kind: "member", viewer, seconds: MEMBER_LINK_SECONDS, section: null });
}

type Wish = {
  readonly kind: LinkKind;
  readonly viewer: Viewer | null;
  readonly seconds: number;
  readonly section: string | null;
};

async function makeLink(asker: Ctx, externalId: string, wish: Wish): Promise<PortalLink> {
  const { merchantId, now } = asker;
  const [customer, { slug }] = await Promise.all([
    findCustomer(readSql(), merchantId, externalId),
    getSettings({ ...asker, permissions: new Set(["usage:read"]) }),
  ]);
  if (!customer) throw new AppError("not_found", "No such customer.");
  const secret = newSecret();
  const expiresAt = new Date(now.getTime() + wish.seconds * 1_000);
  const { kind, viewer } = wish;
  await withTx(asker, async (tx) => {
    const hash = hashOf(secret);
    await insertLink(tx, {
      merchantId,
      hash,
      customerId: customer.id,
      kind,
      viewer,
      email: null,
      createdAt: now,
      expiresAt,
    });
    await recordAudit(tx, asker, {
      action: kind === "member" ? "customer.view_page" : "portal_link.create",
      entity: "customer",
      entityId: externalId,
      details: { expiresAt: expiresAt.toISOString() },
    });
  });
  return { url: linkAddress(slug, "enter", { link: secret, section: wish.section }), expiresAt };
}

/** Where a link leads: `enter` signs in at once, `sign-in` asks first, since mail programs open links by themselves. */
export function linkAddress(
  slug: string,
  door: "enter" | "sign-in",
  wish: { link: string; section: string | null },
): string {
  const address = new URL(`/usage/${encodeURIComponent(slug)}/${door}`, env().url);
  address.searchParams.set("link", wish.link);
  if (wish.section !== null) address.searchParams.set("section", wish.section);
  return address.toString();
}
