import { z } from "zod";
import { word } from "@/lib/kernel/fields";

/** The longest a token may be good for, in seconds: it only has to carry a visitor from one page to the next. */
export const MOST_TOKEN_SECONDS = 900;
/** How far the merchant's clock and ours may be apart, in seconds. */
const CLOCK_SECONDS = 60;

const claimsShape = z.looseObject({
  /** The merchant's own id of the customer; a number counts as its digits. */
  sub: z.union([word(), z.int().transform(String)]),
  exp: z.number(),
  iat: z.number().optional(),
  nbf: z.number().optional(),
  /** The merchant's slug, where it is said. */
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  /** Makes the token good for one use. */
  jti: word().optional(),
  email: z.email().max(320).nullish(),
  name: z.union([word(), z.literal("")]).nullish(),
  roles: z.array(word(100)).max(50).nullish(),
});

/** Who a good token is about. */
export type TokenClaims = {
  readonly externalId: string;
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly roles: readonly string[] | undefined;
  readonly jti: string | null;
  readonly expiresAt: Date;
};

/** Why a token is not taken. */
export type TokenFault = "forged" | "expired" | "other_merchant";

type Judged =
  { readonly ok: true; readonly claims: TokenClaims } | { readonly ok: false; readonly fault: TokenFault };

/** Whether a token's header says HS256 and nothing that we would have to understand (RFC 7515 §4.1.11). */
export function isOurHeader(header: unknown): boolean {
  const shape = z.looseObject({ alg: z.literal("HS256"), crit: z.undefined().optional() });
  return shape.safeParse(header).success;
}

/**
 * Judges what a token says (RFC 7519 §4.1), its signature having been found good: a customer, an end that has not come
 * and is at most `MOST_TOKEN_SECONDS` away, a beginning that has, and, where an audience is named, this merchant.
 */
export function judgeClaims(payload: unknown, merchant: { slug: string; now: Date }): Judged {
  const parsed = claimsShape.safeParse(payload);
  if (!parsed.success) return { ok: false, fault: "forged" };
  const claims = parsed.data;
  const now = merchant.now.getTime() / 1_000;
  if (claims.aud !== undefined && ![claims.aud].flat().includes(merchant.slug)) {
    return { ok: false, fault: "other_merchant" };
  }
  if (claims.exp <= now) return { ok: false, fault: "expired" };
  return isTimely(claims, now) ? { ok: true, claims: whoOf(claims) } : { ok: false, fault: "forged" };
}

type Claims = z.output<typeof claimsShape>;

function isTimely({ exp, iat, nbf }: Claims, now: number): boolean {
  const begun = [iat, nbf].every((at) => at === undefined || at <= now + CLOCK_SECONDS);
  return begun && exp <= now + MOST_TOKEN_SECONDS + CLOCK_SECONDS;
}

function whoOf({ sub, exp, jti, email, name, roles }: Claims): TokenClaims {
  return {
    externalId: sub,
    email: email ?? undefined,
    name: name || undefined,
    roles: roles ?? undefined,
    jti: jti ?? null,
    expiresAt: new Date(exp * 1_000),
  };
}
