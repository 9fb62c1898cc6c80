import { randomUUID } from "node:crypto";
import { type Ctx, permissionsOfRole, type Role } from "@/lib/access";
import { createMerchant } from "./create-merchant";

/** Who makes merchants in tests and seeds. */
export const OPERATOR = { kind: "system", id: "system", label: "Operator" } as const;

export type MadeMerchant = {
  /** An owner's. */
  ctx: Ctx;
  merchantId: string;
  slug: string;
  /** With scope `*`. */
  apiKey: string;
  ownerEmail: string;
  ownerId: string;
};

/**
 * A merchant of its own for a test: built-in modules, an owner, a key. No password is hashed; an owner who has to
 * sign in gets the hash of one from the caller.
 */
export async function makeMerchant(
  wish: { now?: Date; slug?: string; timeZone?: string; passwordHash?: string } = {},
): Promise<MadeMerchant> {
  const { now = new Date(), slug = `test-${randomUUID()}`, timeZone = "UTC", passwordHash = null } = wish;
  const ownerEmail = `owner@${slug}.test`;
  const made = await createMerchant(
    { actor: OPERATOR, now },
    {
      name: `Merchant ${slug}`,
      slug,
      timeZone,
      owner: { email: ownerEmail, name: "Olive Owner", passwordHash },
    },
  );
  const { merchantId, apiKey, ownerId, memberId } = made;
  return { ctx: makeCtx(merchantId, { now, memberId }), merchantId, slug, apiKey, ownerEmail, ownerId };
}

/** A member's ctx for a merchant, without asking the database. */
export function makeCtx(merchantId: string, wish: { role?: Role; now?: Date; memberId?: string } = {}): Ctx {
  const { role = "owner", now = new Date(), memberId = randomUUID() } = wish;
  return {
    merchantId,
    actor: { kind: "member", id: memberId, label: `Test ${role}` },
    permissions: permissionsOfRole(role),
    storeId: null,
    now,
  };
}
