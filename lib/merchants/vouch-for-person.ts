import type { Tx } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { ensurePerson, type Person, updatePerson } from "./people.repo";

type Vouched = { email: string; name?: string | null | undefined; passwordHash?: string | null | undefined };

/**
 * A person for whose e-mail address the operator vouches, made when nobody goes by it. Somebody known keeps their
 * password, unless the address was never proved: credentials that nobody vouched for do not survive, and they are
 * signed out. A repeat changes nothing.
 */
export async function vouchForPerson({ tx, now }: { tx: Tx; now: Date }, wish: Vouched): Promise<Person> {
  const { email, name = null, passwordHash = null } = wish;
  const id = newId(now);
  const made = { id, email, name, passwordHash, emailVerified: now, createdAt: now };
  const person = await ensurePerson(tx, made);
  if (person.id === id) return person;
  if (!person.emailVerified) {
    await updatePerson({ tx }, person.id, { passwordHash, emailVerified: now, signOut: true });
  } else if (!person.passwordHash && passwordHash) {
    await updatePerson({ tx }, person.id, { passwordHash, signOut: false });
  }
  return person;
}
