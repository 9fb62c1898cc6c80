import { z } from "zod";
import { findMemberships, findPersonByEmail, proveEmail } from "@/lib/merchants";
import { emailField } from "@/lib/merchants/schemas";
import { readSql } from "@/lib/db";
import { findUserIdOf, type Identity, insertIdentity } from "./auth.repo";

/** Claims of a provider (OpenID Connect Core §5.1); some write booleans as texts. */
const claims = z.object({
  email: emailField,
  email_verified: z.union([z.literal(true), z.literal("true")]),
});

/**
 * The person whom a provider's identity signs in, or null: nobody signs up by themselves. An identity seen before is
 * its person's for ever; a new one is tied to the person whose e-mail address the provider vouches for. Either way
 * they must be a member somewhere.
 *
 * The first provider to vouch for an address drops the password that somebody unproved may have set for it, and
 * signs them out.
 */
export async function admitIdentity(identity: Identity, profile: unknown, now: Date): Promise<string | null> {
  const userId = (await findUserIdOf(identity)) ?? (await introduce(identity, profile, now));
  if (userId === null) return null;
  const memberships = await findMemberships(readSql(), userId);
  return memberships.length === 0 ? null : userId;
}

async function introduce(identity: Identity, profile: unknown, now: Date): Promise<string | null> {
  const vouched = claims.safeParse(profile);
  if (!vouched.success) return null;
  const person = await findPersonByEmail({}, vouched.data.email);
  if (!person) return null;
  await proveEmail(person, now);
  await insertIdentity(identity, person.id);
  return person.id;
}
