import { type Person, updatePerson } from "./people.repo";

/**
 * Notes that a provider vouches for a person's e-mail address. A password from before may be that of somebody who
 * only claimed the address: it is dropped, and its sessions end. A repeat does nothing.
 */
export async function proveEmail(person: Person, now: Date): Promise<void> {
  if (person.emailVerified) return;
  await updatePerson({}, person.id, { emailVerified: now, passwordHash: null, signOut: true });
}
