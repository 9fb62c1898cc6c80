import { Button } from "@mantine/core";
import type { Metadata } from "next";
import { connection } from "next/server";
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
    return (
      <>
        <div className="auth-head">
          <h1>This invitation is over</h1>
          <p className="auth-line">
            It was used, or its seven days have passed. Ask for a new one, or sign in if you have a password.
          </p>
        </div>
        <Button component="a" href="/sign-in" fullWidth>
          Sign in
        </Button>
      </>
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
