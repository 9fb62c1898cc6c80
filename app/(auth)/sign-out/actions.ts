"use server";

import { redirect } from "next/navigation";
import { signOut, signOutEverywhere } from "@/lib/auth";

export async function signOutAction(form: FormData): Promise<void> {
  await (form.get("where") === "everywhere" ? signOutEverywhere() : signOut());
  redirect("/sign-in");
}
