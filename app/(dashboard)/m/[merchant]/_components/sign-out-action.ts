"use server";

import { redirect } from "next/navigation";
import { signOut } from "@/lib/auth";

/** Signs out on this device. */
export async function signOutAction(): Promise<void> {
  await signOut();
  redirect("/sign-in");
}
