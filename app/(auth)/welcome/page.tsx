import { Button } from "@mantine/core";
import type { Metadata } from "next";
import { connection } from "next/server";
import { ErrorState } from "@/components/ui";
import { findInvited } from "@/lib/auth";
import { WelcomeForm } from "./_components/welcome-form";

export const metadata: Metadata = { title: "Welcome", referrer: "no-referrer" };

/** Rendered whole, so that it also works without scripts. */
export const instant = false;

/** Where an invitation leads: a new member sets their name and password. */
export default async function WelcomePage({ searchParams }: PageProps<"/welcome">) {
  await connection();
  const { token } = await searchParams;
  const invited = typeof token === "string" ? await findInvited(token, new Date()) : null;
  if (!invited || typeof token !== "string") {
    const signIn = (
      <Button component="a" href="/sign-in">
        Sign in
      </Button>
    );
    return (
      <ErrorState title="This invitation is over" action={signIn}>
        It was used, or its seven days have passed. Ask for a new one, or sign in if you have a password.
      </ErrorState>
    );
  }
  return (
    <>
      <div className="auth-head">
        <h1>Welcome</h1>
        <p className="auth-line">Set a password for {invited.email}.</p>
      </div>
      <WelcomeForm token={token} email={invited.email} name={invited.name ?? ""} />
    </>
  );
}
