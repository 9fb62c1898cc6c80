import { Button } from "@mantine/core";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentPerson } from "@/lib/auth";
import { signOutAction } from "./actions";

export const metadata: Metadata = { title: "Sign out" };

/** Rendered whole, so that it also works without scripts. */
export const instant = false;

/** Asks before it signs out: a link on another site must not be able to. */
export default async function SignOutPage() {
  const person = await currentPerson();
  if (!person) redirect("/sign-in");

  return (
    <>
      <div className="auth-head">
        <h1>Sign out</h1>
        <p className="auth-line">You are signed in as {person.email}.</p>
      </div>
      <form action={signOutAction} className="auth-others">
        <Button type="submit" fullWidth autoFocus>
          Sign out
        </Button>
        <Button type="submit" name="where" value="everywhere" variant="default" fullWidth>
          Sign out on every device
        </Button>
      </form>
    </>
  );
}
