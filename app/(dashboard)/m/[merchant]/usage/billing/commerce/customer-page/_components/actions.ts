"use server";

import { patchPortalSettings, rotatePortalSecret, viewAsCustomer } from "@/lib/portal";
import { defineAction } from "@/lib/web";

export const savePortalAction = defineAction(patchPortalSettings);

/** The secret, shown once, and until when the one before is good. */
export const rotateSecretAction = defineAction(rotatePortalSecret);

/** A link to a customer's page as the customer sees it; that somebody looks is written down. */
export const viewAsCustomerAction = defineAction(async (ctx, externalId: string) => {
  const { url } = await viewAsCustomer(ctx, externalId);
  return { url };
});
