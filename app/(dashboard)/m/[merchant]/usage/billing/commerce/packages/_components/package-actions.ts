"use server";

import { createPackage, deletePackage, refreshPurchase, updatePackage } from "@/lib/commerce";
import type { CreatePackageInput, UpdatePackageInput } from "@/lib/commerce/schemas";
import { AppError } from "@/lib/kernel/errors";
import { defineAction } from "@/lib/web";

type Wanted = { readonly input: CreatePackageInput; readonly purchase: string | null };
type Ctx = Parameters<typeof createPackage>[0];

/** Makes a package, and books the purchase it was made for; `booked` says whether that could be done. */
export const createPackageAction = defineAction(async (ctx, { input, purchase }: Wanted) => {
  const { id } = await createPackage(ctx, input);
  return { id, booked: purchase !== null && (await bookAnew(ctx, purchase)) };
});

/** False where the shop did not answer or the member may not ask it: the package is made all the same. */
async function bookAnew(ctx: Ctx, purchase: string): Promise<boolean> {
  try {
    await refreshPurchase(ctx, purchase);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

export const updatePackageAction = defineAction(
  async (ctx, { id, changes }: { id: string; changes: UpdatePackageInput }) => {
    await updatePackage(ctx, id, changes);
  },
);

export const deletePackageAction = defineAction(async (ctx, id: string) => deletePackage(ctx, id));
