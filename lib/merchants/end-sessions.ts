import { updatePerson } from "./people.repo";

/** Ends all sessions of a person, on every device, from their next request on. */
export async function endSessions(userId: string): Promise<void> {
  await updatePerson({}, userId, { signOut: true });
}
