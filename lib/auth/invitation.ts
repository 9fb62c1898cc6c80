import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { withTx } from "@/lib/db";
import { appSecret, env } from "@/lib/kernel/env";
import { AppError } from "@/lib/kernel/errors";
import { word } from "@/lib/kernel/fields";
import { claimPerson, findPersonById, getMember, type Person, requirePowersOverRole } from "@/lib/merchants";
import { hashPassword } from "./passwords";
import { newPasswordField } from "./schemas";

const GOOD_MILLIS = 7 * 24 * 60 * 60 * 1_000;
const TOKEN = /^([0-9a-f-]{36})\.(\d{1,10})\.(\d{1,15})\.([\w-]{43})$/;

type Invitation = { url: string; expiresAt: Date };

/**
 * Makes the link by which a new member sets their password, to be handed to them; good for seven days and one use.
 * Whoever has it becomes that member, so nobody invites somebody who may do more than they.
 *
 * Throws `not_found`, `forbidden`, and `conflict` for a member who can sign in already.
 */
export async function inviteMember(ctx: Ctx, memberId: string): Promise<Invitation> {
  requireCan(ctx, "members:write");
  return withTx(ctx, async (tx) => {
    const member = await getMember({ ...ctx, tx }, memberId);
    requirePowersOverRole(ctx, member.role);
    const person = await findPersonById({ tx }, member.userId);
    if (!person || !isWaiting(person)) throw new AppError("conflict", "This member can sign in already.");
    const expiresAt = new Date(ctx.now.getTime() + GOOD_MILLIS);
    await recordAudit(tx, ctx, {
      action: "member.invite",
      entity: "member",
      entityId: memberId,
      details: { email: member.email, expiresAt: expiresAt.toISOString() },
    });
    const payload = `${person.id}.${person.sessionVersion}.${expiresAt.getTime()}`;
    return { url: `${env().url}/welcome?token=${payload}.${signature(payload)}`, expiresAt };
  });
}

/** Whom an invitation is for; null when it is not one, is over, or was used. */
export async function findInvited(token: string, now: Date): Promise<Person | null> {
  const [, userId, version, expiry, given] = TOKEN.exec(token) ?? [];
  if (userId === undefined || given === undefined) return null;
  const expected = signature(`${userId}.${version}.${expiry}`);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(expected))) return null;
  if (Number(expiry) <= now.getTime()) return null;
  const person = await findPersonById({}, userId);
  return person && isWaiting(person) && person.sessionVersion === Number(version) ? person : null;
}

const acceptance = z.strictObject({
  token: z.string(),
  name: word(200).nullable(),
  password: newPasswordField,
});

/**
 * Sets the name and the first password of an invited person and uses up the invitation. Returns the e-mail address to
 * sign in with. Throws `not_found` for an invitation that is over or was used.
 */
export async function acceptInvitation(input: z.input<typeof acceptance>, now: Date): Promise<string> {
  const { token, name, password } = acceptance.parse(input);
  const person = await findInvited(token, now);
  const claimed = person && (await claimPerson(person, { name, passwordHash: await hashPassword(password) }));
  if (!claimed) throw new AppError("not_found", "This invitation is over or was used.");
  return person.email;
}

/** Nobody has signed in as them yet, and nobody could. */
function isWaiting(person: Person): boolean {
  return person.passwordHash === null && person.emailVerified === null;
}

function signature(payload: string): string {
  return createHmac("sha256", appSecret()).update(`invitation\n${payload}`).digest("base64url");
}
