import { createHmac } from "node:crypto";
import type { Ctx } from "@/lib/access";
import { rotatePortalSecret } from "./settings/rotate-portal-secret";

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
