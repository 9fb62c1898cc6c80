"use server";

import { revalidatePath } from "next/cache";
import { createApiKey, patchApiKey, revokeApiKey, rotateApiKey } from "@/lib/merchants";
import type { CreateApiKeyInput } from "@/lib/merchants/schemas";
import { defineAction } from "@/lib/web";

const PAGE = "/m/[merchant]/settings/api-keys";

/** Makes a key; the answer is the only one that ever holds it. */
export const createKeyAction = defineAction(async (ctx, input: CreateApiKeyInput) => {
  const { key, name, scopes } = await createApiKey(ctx, input);
  revalidatePath(PAGE, "page");
  return { key, name, scopes };
});

/** Replaces a key; the answer is the only one that ever holds the new one. */
export const rotateKeyAction = defineAction(async (ctx, id: string) => {
  const { key, name, scopes } = await rotateApiKey(ctx, String(id));
  revalidatePath(PAGE, "page");
  return { key, name, scopes };
});

export const renameKeyAction = defineAction(async (ctx, input: { id: string; name: string }) => {
  await patchApiKey(ctx, String(input.id), { name: input.name });
  revalidatePath(PAGE, "page");
});

export const revokeKeyAction = defineAction(async (ctx, id: string) => {
  await revokeApiKey(ctx, String(id));
  revalidatePath(PAGE, "page");
});
