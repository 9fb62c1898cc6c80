"use server";

import { takeVerification } from "@/lib/wallets";
import { defineAction } from "@/lib/web";

/** Proves one wallet, or all of them (null). */
export const proveAction = defineAction(async (ctx, customer: string | null) => {
  const taken = await takeVerification(ctx, { customer });
  if ("task" in taken) return { task: taken.task.id };
  const { ok, wallets, entries, breaks } = taken.verification;
  return { ok, wallets, entries, breaks: breaks.length };
});
