import { createHmac } from "node:crypto";
import { networkOf } from "@/lib/customers/core";
import { readSql, withTx } from "@/lib/db";
import { recordAudit } from "@/lib/audit";
import { appSecret, env } from "@/lib/kernel/env";
import { sendMail } from "@/lib/mail";
import type { mailShape } from "@/lib/mail/schemas";
import type { z } from "zod";
import { linkAddress } from "./create-portal-link";
import type { Portal } from "./portal-visit";
import { hashOf, newSecret } from "./secrets";
import { countAttempts, type CustomerByEmail, findCustomersByEmail, insertLink } from "./sign-in.repo";

type MailParts = z.input<typeof mailShape>["parts"];

/** The words of the mail, in the visitor's language. */
type SignInMailWords = {
  readonly lang: string;
  subject(shop: string): string;
  lead(shop: string): string;
  button(account: string | null): string;
  readonly note: string;
};

/** Asked for in a quarter of an hour: by one address, and by one network, which may be an office. */
const LIMITS = { email: 3, network: 30 } as const;
const WINDOW_MILLIS = 900_000;
const LINK_SECONDS = 900;
/** One address may belong to several accounts; a mail names so many of them. */
const MOST_ACCOUNTS = 5;

/** Whether a link by mail can be offered: the merchant wants it, and mail leaves this installation. */
export function offersMailSignIn({ settings }: Pick<Portal, "settings">): boolean {
  const { mail, mode } = env();
  return settings.emailSignIn && (mail.transport !== "console" || mode !== "production");
}

/**
 * Mails a one-time link to the customer with this address. What happens is the same to see whether the address is
 * known, unknown, or has asked too often: nothing tells who a customer is. Returns nothing, in about the same time.
 */
export async function mailSignInLink(
  portal: Portal,
  asked: { email: string; address: string | null },
  words: SignInMailWords,
): Promise<void> {
  if (!offersMailSignIn(portal) || (await isTooOften(portal, asked))) return;
  const { merchant, now } = portal;
  const customers = await findCustomersByEmail(readSql(), merchant.id, {
    email: asked.email,
    limit: MOST_ACCOUNTS,
  });
  const [first] = customers;
  if (!first) return;
  const actor = { kind: "customer", id: first.externalId, label: first.name ?? first.email } as const;
  const expiresAt = new Date(now.getTime() + LINK_SECONDS * 1_000);

  await withTx({}, async (tx) => {
    const parts: MailParts = [{ kind: "text", text: words.lead(merchant.name) }];
    for (const customer of customers) {
      const link = newSecret();
      const about = {
        merchantId: merchant.id,
        hash: hashOf(link),
        customerId: customer.id,
        email: first.email,
      };
      await insertLink(tx, { ...about, kind: "email", viewer: null, createdAt: now, expiresAt });
      const label = words.button(customers.length === 1 ? null : nameOf(customer)).slice(0, 100);
      parts.push({
        kind: "link",
        label,
        url: linkAddress(merchant.slug, "sign-in", { link, section: null }),
      });
    }
    parts.push({ kind: "note", text: words.note });
    const fromName = oneLine(merchant.name).slice(0, 100);
    await sendMail(
      { tx, now },
      {
        to: first.email,
        subject: oneLine(words.subject(merchant.name)).slice(0, 200),
        fromName,
        lang: words.lang,
        parts,
      },
    );
    await recordAudit(
      tx,
      { merchantId: merchant.id, actor, now },
      {
        action: "portal_link.mail",
        entity: "customer",
        entityId: first.externalId,
        details: { accounts: customers.length },
      },
    );
  });
}

async function isTooOften(
  { merchant, now }: Portal,
  { email, address }: { email: string; address: string | null },
): Promise<boolean> {
  const windowStart = new Date(now.getTime() - (now.getTime() % WINDOW_MILLIS));
  const network = address === null ? null : networkOf(address);
  const emailKey = keyOf("email", email.toLowerCase());
  const networkKey = network === null ? null : keyOf("network", network);
  const keys = networkKey === null ? [emailKey] : [emailKey, networkKey];
  const counts = await countAttempts(merchant.id, keys, windowStart);
  return (counts.get(emailKey) ?? 0) > LIMITS.email || (counts.get(networkKey ?? "") ?? 0) > LIMITS.network;
}

function keyOf(kind: "email" | "network", value: string): string {
  return createHmac("sha256", appSecret()).update(`portal ${kind}\n${value}`).digest("hex").slice(0, 32);
}

function nameOf({ name, externalId }: CustomerByEmail): string {
  return oneLine(name === null ? externalId : `${name} (${externalId})`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ");
}
