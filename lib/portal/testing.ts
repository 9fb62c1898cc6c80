import { createHmac } from "node:crypto";
import type { Ctx } from "@/lib/access";
import { putCustomer } from "@/lib/customers";
import { type MadeMerchant, makeMerchant } from "@/lib/merchants/testing";
import { rotatePortalSecret } from "./settings/rotate-portal-secret";
import { findPortal, type Portal } from "./sign-in/portal-visit";

/** A token as a merchant's server signs it, with whatever claims and header the test wants. */
export function signToken(
  secret: string,
  claims: object,
  header: object = { alg: "HS256", typ: "JWT" },
): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

/** A portal secret of its own, and a way to sign with it at the ctx's instant. */
export async function makeSigner(ctx: Ctx) {
  const { secret } = await rotatePortalSecret(ctx);
  const sign = (claims: object) =>
    signToken(secret, { exp: Math.floor(ctx.now.getTime() / 1_000) + 300, ...claims });
  return { secret, sign };
}

/** Two merchants who both have a customer 42 by one address; ours has a 43 too. */
export async function makeNeighbours(now: Date): Promise<{ ours: MadeMerchant; theirs: MadeMerchant }> {
  const [ours, theirs] = [await makeMerchant({ now }), await makeMerchant({ now })];
  for (const { ctx } of [ours, theirs])
    await putCustomer(ctx, "42", { email: "ada@example.com", name: "Ada" });
  await putCustomer(ours.ctx, "43", { email: "bob@example.com" });
  return { ours, theirs };
}

/** The customer's page of a merchant, as whoever calls at its address finds it. */
export async function findPage({ slug }: { slug: string }, at: Date): Promise<Portal> {
  const portal = await findPortal(slug, at);
  if (!portal) throw new Error("There is no such page.");
  return portal;
}

/** What a link carries to sign somebody in. */
export const linkIn = (url: string) => new URL(url).searchParams.get("link") ?? "";
