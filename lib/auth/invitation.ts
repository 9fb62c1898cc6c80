import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { appSecret, env } from "@/lib/kernel/env";
import { AppError } from "@/lib/kernel/errors";
import { word } from "@/lib/kernel/fields";
import {
  claimPerson,
  findPersonById,
  getMember,
  noteInvitation,
  type Person,
  requirePowersOverRole,
} from "@/lib/merchants";
import { mailInvitation } from "./invitation-mail";
import { hashPassword } from "./passwords";
import { newPasswordField } from "./schemas";

const GOOD_MILLIS = 7 * 24 * 60 * 60 * 1_000;
const TOKEN = /^([0-9a-f-]{36})\.(\d{1,10})\.(\d{1,15})\.([\w-]{43})$/;

/** How a link reaches the person: only one that was mailed to them proves that the address is theirs. */
const WAYS = ["hand", "mail"] as const;
type Way = (typeof WAYS)[number];

export type Invitation = { url: string; expiresAt: Date };

/**
 * Makes the link by which a new member sets their password, to be handed to them; good for seven days and one use.
 * Whoever has it becomes that member, so nobody invites somebody who may do more than they. With `mail`, another one
 * is sent to their address. Links made before stay good until their own time is over or one of them is used.
 *
 * Throws `not_found`, `forbidden`, and `conflict` for a member who can sign in already.
 */
export async function inviteMember(ctx: Ctx, memberId: string, { mail = false } = {}): Promise<Invitation> {
  requireCan(ctx, "members:write");
  return withTx(ctx, async (tx) => {
    const member = await getMember({ ...ctx, tx }, memberId);
    requirePowersOverRole(ctx, member.role);
    const person = await findPersonById({ tx }, member.userId);
    if (!person || !isWaiting(person)) throw new AppError("conflict", "This member can sign in already.");
    const expiresAt = new Date(ctx.now.getTime() + GOOD_MILLIS);
    await noteInvitation(tx, { merchantId: ctx.merchantId, id: memberId }, expiresAt);
    await recordAudit(tx, ctx, {
      action: "member.invite",
      entity: "member",
      entityId: memberId,
      details: { email: member.email, expiresAt: expiresAt.toISOString(), mailed: mail },
    });
    if (mail) await mailInvitation(tx, ctx, { to: member.email, url: linkFor(person, expiresAt, "mail") });
    return { url: linkFor(person, expiresAt, "hand"), expiresAt };
  });
}

function linkFor(person: Person, expiresAt: Date, way: Way): string {
  const payload = `${person.id}.${person.sessionVersion}.${expiresAt.getTime()}`;
  return `${env().url}/welcome?token=${payload}.${signature(payload, way)}`;
}

/** Whom an invitation is for; null when it is not one, is over, or was used. */
export async function findInvited(token: string, now: Date): Promise<Person | null> {
  return (await readInvitation(token, now))?.person ?? null;
}

async function readInvitation(token: string, now: Date): Promise<{ person: Person; way: Way } | null> {
  const [, userId, version, expiry, given] = TOKEN.exec(token) ?? [];
  if (userId === undefined || given === undefined) return null;
  const payload = `${userId}.${version}.${expiry}`;
  const way = WAYS.find((each) => timingSafeEqual(Buffer.from(given), Buffer.from(signature(payload, each))));
  if (way === undefined || Number(expiry) <= now.getTime()) return null;
  const person = await findPersonById({}, userId);
  return person && isWaiting(person) && person.sessionVersion === Number(version) ? { person, way } : null;
}

const acceptance = z.strictObject({
  token: z.string(),
  name: word(200).nullable(),
  password: newPasswordField,
});

/**
 * Sets the name and the first password of an invited person and uses up the invitation; a link that was mailed proves
 * the address besides. Returns the e-mail address to sign in with. Throws `not_found` for an invitation that is over
 * or was used.
 */
export async function acceptInvitation(input: z.input<typeof acceptance>, now: Date): Promise<string> {
  const { token, name, password } = acceptance.parse(input);
  const invited = await readInvitation(token, now);
  const claimed =
    invited &&
    (await claimPerson(invited.person, {
      name,
      passwordHash: await hashPassword(password),
      emailVerified: invited.way === "mail" ? now : null,
    }));
  if (!claimed) throw new AppError("not_found", "This invitation is over or was used.");
  return invited.person.email;
}

/** Nobody has signed in as them yet, and nobody could. */
function isWaiting(person: Person): boolean {
  return person.passwordHash === null && person.emailVerified === null;
}

function signature(payload: string, way: Way): string {
  const purpose = way === "hand" ? "invitation" : "invitation by mail";
  return createHmac("sha256", appSecret()).update(`${purpose}\n${payload}`).digest("base64url");
}
