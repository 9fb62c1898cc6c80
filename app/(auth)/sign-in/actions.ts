"use server";

import { redirect } from "next/navigation";
import { route } from "@/components/ui/route";
import { safeNext, signInProviders, signInWithPassword, signInWithProvider } from "@/lib/auth";

/** What the form shows again after a refusal; never the password. */
export type SignInState = { email: string; wrong: string | null };

export async function signInAction(_previous: SignInState, form: FormData): Promise<SignInState> {
  const email = textOf(form, "email");
  const refusal = await signInWithPassword(email, textOf(form, "password"));
  if (!refusal) redirect(route(safeNext(form.get("next"))));
  const { message, retryAfterSeconds } = refusal;
  return { email, wrong: retryAfterSeconds === null ? message : `${message} ${waitFor(retryAfterSeconds)}` };
}

export async function signInWithProviderAction(form: FormData): Promise<void> {
  const provider = signInProviders().find((each) => each.id === form.get("provider"));
  if (provider) await signInWithProvider(provider.id, form.get("next"));
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function waitFor(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return `Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
}
