import { Button } from "@mantine/core";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { route } from "@/components/ui/route";
import { currentPerson, safeNext, signInProviders } from "@/lib/auth";
import { signInWithProviderAction } from "./actions";
import { SignInForm } from "./_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

/** Rendered whole, so that it also works without scripts. */
export const instant = false;

/** The only way into the dashboard. Whoever is signed in already goes straight on. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error } = await searchParams;
  const target = safeNext(next);
  if (await currentPerson()) redirect(route(target));
  const providers = signInProviders();

  return (
    <>
      <h1>Sign in</h1>
      {error === undefined ? null : (
        <p className="auth-wrong" role="alert">
          {explain(error)}
        </p>
      )}
      <SignInForm next={target} />
      {providers.length === 0 ? null : (
        <div className="auth-others">
          <span className="auth-or">or</span>
          {providers.map(({ id, name }) => (
            <form key={id} action={signInWithProviderAction}>
              <input type="hidden" name="next" value={target} />
              <input type="hidden" name="provider" value={id} />
              <Button type="submit" variant="default" fullWidth>
                Continue with {name}
              </Button>
            </form>
          ))}
        </div>
      )}
    </>
  );
}

/** Codes of next-auth and our own `no_account`. */
function explain(error: string | string[]): string {
  return error === "no_account"
    ? "Nobody here goes by this account. Ask an owner of your merchant to add its e-mail address."
    : "Signing in there did not work, and nothing was changed. Try again, or use your password.";
}
