"use server";

import { createQuota, deleteQuota, updateQuota } from "@/lib/quotas";
import type { CreateQuotaInput, UpdateQuotaInput } from "@/lib/quotas/schemas";
import { defineAction } from "@/lib/web";

export const createQuotaAction = defineAction(async (ctx, input: CreateQuotaInput) => {
  const { id } = await createQuota(ctx, input);
  return { id };
});

export const updateQuotaAction = defineAction(
  async (ctx, { id, changes }: { id: string; changes: UpdateQuotaInput }) => {
    await updateQuota(ctx, id, changes);
  },
);

export const deleteQuotaAction = defineAction(async (ctx, id: string) => deleteQuota(ctx, id));
