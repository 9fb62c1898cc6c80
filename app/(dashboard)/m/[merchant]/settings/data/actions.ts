"use server";

import { revalidatePath } from "next/cache";
import { cancelDeletion, requestDeletion, startMerchantExport } from "@/lib/merchants";
import { stopTask } from "@/lib/tasks";
import { defineAction } from "@/lib/web";

const PAGE = "/m/[merchant]/settings/data";

export const startExportAction = defineAction(async (ctx, _input: null) => {
  await startMerchantExport(ctx);
  revalidatePath(PAGE, "page");
});

export const stopExportAction = defineAction(async (ctx, id: string) => {
  await stopTask(ctx, String(id));
  revalidatePath(PAGE, "page");
});

/** The frame of every page tells of it. */
export const requestDeletionAction = defineAction(async (ctx, input: { slug: string }) => {
  await requestDeletion(ctx, input);
  revalidatePath("/m/[merchant]", "layout");
});

export const cancelDeletionAction = defineAction(async (ctx, _input: null) => {
  await cancelDeletion(ctx);
  revalidatePath("/m/[merchant]", "layout");
});
