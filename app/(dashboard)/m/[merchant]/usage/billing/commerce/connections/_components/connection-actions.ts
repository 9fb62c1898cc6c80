"use server";

import {
  authorizeShop,
  createConnection,
  deleteConnection,
  patchConnection,
  rotateWebhookSecret,
  setUpWebhooks,
  testConnection,
} from "@/lib/commerce";
import type {
  AuthorizeShopInput,
  CreateConnectionInput,
  PatchConnectionInput,
  RotateSecretInput,
} from "@/lib/commerce/schemas";
import { AppError } from "@/lib/kernel/errors";
import { defineAction } from "@/lib/web";

export const authorizeShopAction = defineAction(async (ctx, input: AuthorizeShopInput) =>
  authorizeShop(ctx, input),
);

/** Makes a connection, and its webhooks where its keys allow; why they were not made is told beside. */
export const createConnectionAction = defineAction(async (ctx, input: CreateConnectionInput) => {
  const { id, kind, hasKeys, webhookUrl, webhookSecret } = await createConnection(ctx, input);
  if (kind !== "woocommerce" || !hasKeys) {
    return { id, webhookUrl, webhookSecret, webhooksMade: false, problem: null };
  }
  try {
    await setUpWebhooks(ctx, id);
    return { id, webhookUrl, webhookSecret, webhooksMade: true, problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { id, webhookUrl, webhookSecret, webhooksMade: false, problem: error.message };
  }
});

export const patchConnectionAction = defineAction(
  async (ctx, { id, changes }: { id: string; changes: PatchConnectionInput }) => {
    await patchConnection(ctx, id, changes);
  },
);

export const rotateSecretAction = defineAction(
  async (ctx, { id, input }: { id: string; input: RotateSecretInput }) => rotateWebhookSecret(ctx, id, input),
);

export const testConnectionAction = defineAction(async (ctx, id: string) => testConnection(ctx, id));

export const setUpWebhooksAction = defineAction(async (ctx, id: string) => {
  const { created, switchedOn } = await setUpWebhooks(ctx, id);
  return { created: created.length, switchedOn: switchedOn.length };
});

export const deleteConnectionAction = defineAction(async (ctx, id: string) => deleteConnection(ctx, id));
