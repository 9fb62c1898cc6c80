"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { addressOf, changeName, changePassword, signOutEverywhere } from "@/lib/auth";
import { defineAction } from "@/lib/web";

export const changeNameAction = defineAction(async (_ctx, input: { name: string }) => {
  await changeName(input);
  revalidatePath("/m/[merchant]", "layout");
});

export const changePasswordAction = defineAction(
  async (ctx, input: { current: string; password: string }) => {
    await changePassword(input, { address: addressOf(await headers()), now: ctx.now });
  },
);

export async function signOutEverywhereAction(): Promise<void> {
  await signOutEverywhere();
  redirect("/sign-in");
}
