import { createHmac, timingSafeEqual } from "node:crypto";
import { claimProven } from "@/lib/commerce";
import { resolveCustomers } from "@/lib/customers";
import { readSql } from "@/lib/db";
import { log } from "@/lib/observe";
import { isOurHeader, judgeClaims, type TokenClaims, type TokenFault } from "./claims";
import { goodSecrets } from "../settings/portal-secret";
import { findSecretSeeds } from "../settings/portal-settings.repo";
import { type Portal, tidyPortal } from "./portal-visit";
import { hashOf, isSecret, newSecret } from "./secrets";
import { findLink, insertSession, insertUsedToken, type OpenedSession, useLink } from "./sign-in.repo";

/** Why somebody is not let in; each has a page of its own that says what to do. */
export type EntryFault = TokenFault | "used" | "unknown";

export type Entry =
  | { readonly ok: true; readonly key: string; readonly expiresAt: Date }
  | { readonly ok: false; readonly fault: EntryFault };

/** How long a customer stays signed in: a working day; inside a frame, where the site signs them in anew, an hour. */
const SESSION_SECONDS = { page: 12 * 3_600, frame: 3_600, member: 1_800 } as const;
const MOST_TOKEN_LENGTH = 4_096;

/**
 * Signs in with a link, once: of two who use it at once, one gets in. Returns the key of a new session, or why not:
 * `used`, `expired`, or `unknown`, which another merchant's link is too. A link that was mailed proves its address: what
 * guests bought under it becomes this customer's.
 */
export async function enterWithLink(portal: Portal, link: string, embedded: boolean): Promise<Entry> {
  if (!isSecret(link)) return { ok: false, fault: "unknown" };
  const { key, session } = newSession(portal, embedded);
  const memberUntil = new Date(portal.now.getTime() + SESSION_SECONDS.member * 1_000);
  const opened = await useLink(hashOf(link), session, memberUntil);
  if (opened) {
    await claimPurchases(portal, opened);
    await tidyPortal(portal);
    return { ok: true, key, expiresAt: opened.expiresAt };
  }
  const known = await findLink(portal.merchant.id, hashOf(link));
  if (!known) return { ok: false, fault: "unknown" };
  return { ok: false, fault: known.used ? "used" : "expired" };
}

/** A failure keeps nobody out: the next link by mail claims again. */
async function claimPurchases({ merchant, now }: Portal, opened: OpenedSession): Promise<void> {
  const { email, externalId, name } = opened;
  if (email === null) return;
  const actor = { kind: "customer", id: externalId, label: name ?? email } as const;
  try {
    await claimProven({ merchantId: merchant.id, actor, now }, { externalId, email });
  } catch (error) {
    log.error("Purchases under a proven address could not be claimed.", { merchantId: merchant.id, error });
  }
}

/**
 * Signs in with a token that the merchant's own server signed (core/token-examples.ts). The customer is created or
 * updated by what the token says; one that names itself (`jti`) is good once.
 */
export async function enterWithToken(portal: Portal, token: string, embedded: boolean): Promise<Entry> {
  const judged = await judgeToken(portal, token);
  if (!judged.ok) return judged;
  const { jti, expiresAt, ...who } = judged.claims;
  const { merchant, now } = portal;
  if (jti !== null && !(await insertUsedToken(merchant.id, hashOf(jti), expiresAt))) {
    return { ok: false, fault: "used" };
  }
  const ids = await resolveCustomers(readSql(), [{ merchantId: merchant.id, ...who }], now);
  const [customerId] = ids.values();
  if (customerId === undefined) throw new Error("A customer that was registered is not there.");
  const { key, session } = newSession(portal, embedded);
  await insertSession(customerId, session);
  await tidyPortal(portal);
  return { ok: true, key, expiresAt: session.expiresAt };
}

type JudgedToken =
  { readonly ok: true; readonly claims: TokenClaims } | { readonly ok: false; readonly fault: TokenFault };

/**
 * Whether a token is one of this merchant's: HS256 (RFC 7518 §3.2) under one of its secrets, compared in constant time
 * before a word of it is believed.
 */
async function judgeToken({ merchant, now }: Portal, token: string): Promise<JudgedToken> {
  const forged = { ok: false, fault: "forged" } as const;
  const [header, payload, signature, ...more] = token.length > MOST_TOKEN_LENGTH ? [] : token.split(".");
  if (!header || !payload || !signature || more.length > 0) return forged;
  const secrets = goodSecrets(merchant.id, await findSecretSeeds({}, merchant.id), now);
  const given = Buffer.from(signature, "base64url");
  if (given.toString("base64url") !== signature) return forged;
  const signed = secrets.some((secret) => {
    const right = createHmac("sha256", secret).update(`${header}.${payload}`).digest();
    return right.length === given.length && timingSafeEqual(right, given);
  });
  if (!signed || !isOurHeader(jsonOf(header))) return forged;
  return judgeClaims(jsonOf(payload), { slug: merchant.slug, now });
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

function newSession({ merchant, now }: Portal, embedded: boolean) {
  const key = newSecret();
  const seconds = embedded ? SESSION_SECONDS.frame : SESSION_SECONDS.page;
  const expiresAt = new Date(now.getTime() + seconds * 1_000);
  return {
    key,
    session: { merchantId: merchant.id, hash: hashOf(key), embedded, createdAt: now, expiresAt },
  };
}
