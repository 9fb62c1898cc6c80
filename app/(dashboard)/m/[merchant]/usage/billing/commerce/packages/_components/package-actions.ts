"use server";

import { createPackage, deletePackage, updatePackage } from "@/lib/commerce";
import type { CreatePackageInput, UpdatePackageInput } from "@/lib/commerce/schemas";
import { defineAction } from "@/lib/web";

export const createPackageAction = defineAction(async (ctx, input: CreatePackageInput) => {
  const { id } = await createPackage(ctx, input);
  return { id };
});

export const updatePackageAction = defineAction(
  async (ctx, { id, changes }: { id: string; changes: UpdatePackageInput }) => {
    await updatePackage(ctx, id, changes);
  },
);

export const deletePackageAction = defineAction(async (ctx, id: string) => deletePackage(ctx, id));
