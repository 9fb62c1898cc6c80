import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig, type NextAuthResult } from "next-auth";
import type { Provider } from "next-auth/providers";
import Credentials from "next-auth/providers/credentials";
import Google from "next-auth/providers/google";
import { appSecret, env } from "@/lib/kernel/env";
import { AppError } from "@/lib/kernel/errors";
import { findPersonById } from "@/lib/merchants";
import { log } from "@/lib/observe";
import { addressOf } from "./address-of";
import { admitIdentity } from "./admit-identity";
import { findUserIdOf } from "./auth.repo";
import { checkPassword } from "./check-password";

const SESSION_SECONDS = 7 * 24 * 60 * 60;
const SIGN_IN = "/sign-in";
/** What the sign-in page explains: the identity is good, but nobody here goes by it. */
const NO_ACCOUNT = `${SIGN_IN}?error=no_account`;

/** Why a password was refused, through next-auth: it carries nothing but a code. */
export class PasswordRefused extends CredentialsSignin {
  /** For people; next-auth adds a link to its own `message`. */
  readonly sentence: string;
  readonly retryAfterSeconds: number | null;

  constructor(error: AppError) {
    super(error.message);
    this.code = error.code;
    this.sentence = error.message;
    this.retryAfterSeconds = error.details.retryAfterSeconds ?? null;
  }
}

/** next-auth, set up when it is first needed: the configuration is complete only once the server has started. */
export const nextAuth: NextAuthResult = NextAuth(configuration);

function configuration(): NextAuthConfig {
  const secure = env().url.startsWith("https:");
  return {
    secret: appSecret(),
    trustHost: true,
    useSecureCookies: secure,
    cookies: { sessionToken: { name: `${secure ? "__Secure-" : ""}tollgate.session` } },
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: SIGN_IN, error: SIGN_IN, signOut: "/sign-out" },
    providers: providers(),
    logger: { error: logFault, warn: (code) => log.warn(`next-auth: ${code}`), debug: () => {} },
    callbacks: {
      async signIn({ account, profile }) {
        if (!account || account.type === "credentials") return true;
        const admitted = await admitIdentity(identityOf(account), profile, new Date());
        return admitted === null ? NO_ACCOUNT : true;
      },
      /** The token names the person and the version of their sessions, and nothing about them. */
      async jwt({ token, user, account }) {
        if (!account) return token;
        const userId = account.type === "credentials" ? user.id : await findUserIdOf(identityOf(account));
        const person = userId ? await findPersonById({}, userId) : null;
        return person && { sub: person.id, sessionVersion: person.sessionVersion };
      },
      session: ({ session, token }) => ({
        expires: session.expires,
        userId: token.sub,
        sessionVersion: token["sessionVersion"],
      }),
    },
  };
}

function providers(): Provider[] {
  const { google, oidc } = env();
  const all: Provider[] = [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(given, request) {
        try {
          const { id } = await checkPassword(given, { address: addressOf(request.headers), now: new Date() });
          return { id };
        } catch (error) {
          throw error instanceof AppError ? new PasswordRefused(error) : error;
        }
      },
    }),
  ];
  if (google) all.push(Google({ clientId: google.id, clientSecret: google.secret }));
  if (oidc) {
    const { id: clientId, secret: clientSecret, issuer, name } = oidc;
    all.push({ id: "oidc", name, type: "oidc", issuer, clientId, clientSecret });
  }
  return all;
}

function identityOf(account: { provider: string; providerAccountId: string }) {
  return { provider: account.provider, providerAccountId: account.providerAccountId };
}

/** Mistakes of guests, by next-auth's names for them; those of robots are worth a line. */
const MISTAKES = new Set(["CredentialsSignin", "AccessDenied"]);
const PROBES = new Set(["MissingCSRF", "UnknownAction", "InvalidCheck"]);

function logFault(error: Error): void {
  const type = error instanceof AuthError ? error.type : "";
  if (error instanceof CredentialsSignin || MISTAKES.has(type)) return;
  if (PROBES.has(type)) log.warn(error.message);
  else log.error(error);
}
