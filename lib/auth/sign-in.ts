import { env } from "@/lib/kernel/env";
import { endSessions } from "@/lib/merchants";
import { safeNext } from "./core/safe-next";
import { currentPerson } from "./session";

/** Another way in than a password, when the operator has set it up. */
type SignInProvider = { id: "google" | "oidc"; name: string };

/** Why a password was refused; `retryAfterSeconds` is known when it was for too many failures. */
type PasswordRefusal = { code: string; message: string; retryAfterSeconds: number | null };

/** The providers that are set up, in the order in which they are offered. */
export function signInProviders(): SignInProvider[] {
  const { google, oidc } = env();
  const offered: SignInProvider[] = [];
  if (google) offered.push({ id: "google", name: "Google" });
  if (oidc) offered.push({ id: "oidc", name: oidc.name });
  return offered;
}

/**
 * Signs the browser in, if the password is right; null is success. Only inside a server action, which can set
 * cookies. What is not a refusal is thrown.
 */
export async function signInWithPassword(email: string, password: string): Promise<PasswordRefusal | null> {
  const { nextAuth, PasswordRefused } = await import("./next-auth");
  try {
    await nextAuth.signIn("credentials", { email, password, redirect: false });
    return null;
  } catch (error) {
    if (!(error instanceof PasswordRefused)) throw error;
    return { code: error.code, message: error.sentence, retryAfterSeconds: error.retryAfterSeconds };
  }
}

/** Sends the browser to a provider, and back to `next` (or the list of merchants). Always redirects. */
export async function signInWithProvider(provider: SignInProvider["id"], next: unknown): Promise<void> {
  const { nextAuth } = await import("./next-auth");
  await nextAuth.signIn(provider, { redirectTo: safeNext(next) });
}

/** Signs this browser out. Only inside a server action. A repeat does nothing. */
export async function signOut(): Promise<void> {
  const { nextAuth } = await import("./next-auth");
  await nextAuth.signOut({ redirect: false });
}

/** Signs the person out of every browser, this one included. Only inside a server action. */
export async function signOutEverywhere(): Promise<void> {
  const person = await currentPerson();
  if (person) await endSessions(person.id);
  await signOut();
}
