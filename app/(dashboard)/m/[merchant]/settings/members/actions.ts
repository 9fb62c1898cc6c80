"use server";

import { revalidatePath } from "next/cache";
import { inviteMember, invitePerson } from "@/lib/auth";
import { changeMemberRole, removeMember } from "@/lib/merchants";
import type { AddMemberInput, ChangeRoleInput } from "@/lib/merchants/schemas";
import { defineAction } from "@/lib/web";

const PAGE = "/m/[merchant]/settings/members";

export const inviteAction = defineAction(async (ctx, input: AddMemberInput) => {
  const { email, invitation } = await invitePerson(ctx, input);
  revalidatePath(PAGE, "page");
  return { email, url: invitation?.url ?? null };
});

/** Makes another link for somebody who was invited, and mails one when asked to. */
export const inviteAgainAction = defineAction(async (ctx, input: { id: string; mail: boolean }) => {
  const { url } = await inviteMember(ctx, String(input.id), { mail: Boolean(input.mail) });
  revalidatePath(PAGE, "page");
  return { url };
});

export const changeRoleAction = defineAction(async (ctx, input: ChangeRoleInput & { id: string }) => {
  const { id, ...change } = input;
  await changeMemberRole(ctx, String(id), change);
  revalidatePath(PAGE, "page");
});

export const removeMemberAction = defineAction(async (ctx, id: string) => {
  await removeMember(ctx, String(id));
  revalidatePath(PAGE, "page");
});
