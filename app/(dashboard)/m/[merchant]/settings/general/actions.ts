"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { patchSettings } from "@/lib/merchants";
import { defineAction } from "@/lib/web";

const saveInput = z.strictObject({ changes: z.unknown(), seen: z.unknown() });

/** Saves what was changed, if nobody changed the same meanwhile; the slug that the merchant goes by now. */
export const saveSettingsAction = defineAction(async (ctx, input: z.input<typeof saveInput>) => {
  const { changes, seen } = saveInput.parse(input);
  const { slug } = await patchSettings(ctx, changes, seen);
  revalidatePath("/m/[merchant]", "layout");
  return { slug };
});
