import { cache } from "react";
import { z } from "zod";
import { findPersonById, type Person } from "@/lib/merchants";

const sessionShape = z.object({ userId: z.uuid(), sessionVersion: z.number() });
export type Session = z.output<typeof sessionShape>;

/** What the session cookie says, once per request; whether it still holds, its reader must ask the database. */
export const readSession = cache(async (): Promise<Session | null> => {
  // next-auth needs Next around it, and whoever only checks API keys has none.
  const [{ nextAuth }, { connection }] = await Promise.all([import("./next-auth"), import("next/server")]);
  await connection(); // a session is never part of what is rendered ahead
  const session = sessionShape.safeParse(await nextAuth.auth());
  return session.success ? session.data : null;
});

/** The signed-in person, or null: signed out, or signed out everywhere since. Once per request. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const session = await readSession();
  const person = session && (await findPersonById({}, session.userId));
  return person?.sessionVersion === session?.sessionVersion ? person : null;
});
