"use server";

import { listDeliveries, replayDelivery } from "@/lib/commerce";
import { defineAction } from "@/lib/web";

const MOST_AT_ONCE = 100;

export const replayDeliveryAction = defineAction(async (ctx, id: string) => replayDelivery(ctx, id));

/** Works again on what was given up, of all shops or one; so many at once, and says whether there are more. */
export const replayGivenUpAction = defineAction(async (ctx, connection: string | null) => {
  const page = await listDeliveries(ctx, {
    state: "given_up",
    limit: MOST_AT_ONCE,
    ...(connection === null ? {} : { connection }),
  });
  for (const { id } of page.data) await replayDelivery(ctx, id);
  return { replayed: page.data.length, more: page.nextCursor !== null };
});
