"use server";

import { redirect } from "next/navigation";
import { acceptInvitation, signInWithPassword } from "@/lib/auth";
import { toFailure } from "@/lib/web";

/** What the form shows again when something is wrong; never the password. */
export type WelcomeState = { name: string; wrong: string | null };

export async function welcomeAction(_previous: WelcomeState, form: FormData): Promise<WelcomeState> {
  const name = textOf(form, "name").trim();
  const [token, password] = [textOf(form, "token"), textOf(form, "password")];
  try {
    const email = await acceptInvitation({ token, name: name === "" ? null : name, password }, new Date());
    await signInWithPassword(email, password);
  } catch (error) {
    const { message, fields } = toFailure(error);
    const wrong = Object.entries(fields ?? {}).map(([field, issue]) => `The ${field} ${issue}.`);
    return { name, wrong: wrong[0] ?? message };
  }
  return redirect("/m");
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
