import { z } from "zod";
import type { Ctx } from "@/lib/access";
import { createPricingRule } from "@/lib/pricing";
import { addCredits, getBalance } from "@/lib/wallets";
import { creditsToString } from "@/lib/kernel/micros";
import { authorize } from "./authorize";
import { recordUsage } from "./record-usage";

const quota = z.object({
  id: z.string(),
  scope: z.string(),
  limit: z.string().nullable(),
  used: z.string(),
  held: z.string(),
  remaining: z.string().nullable(),
  resetsAt: z.string().nullable(),
});

const answer = z.object({
  id: z.string(),
  allowed: z.literal(true),
  cost: z.string(),
  rawCost: z.string(),
  fromBalance: z.string(),
  fromQuota: z.string(),
  rule: z.object({ id: z.string(), version: z.number() }).nullable(),
  hold: z.object({ id: z.string(), expiresAt: z.string() }).optional(),
  balance: z.object({ total: z.string(), held: z.string(), available: z.string() }).nullable(),
  quotas: z.array(quota),
  overdraft: z.string().optional(),
  late: z.boolean().optional(),
  ledgerEntryId: z.string().optional(),
  logId: z.string().optional(),
  replayed: z.boolean(),
});
export type Answer = z.output<typeof answer>;

let counter = 0;

/** An id no other request of this process has. */
export function freshId(): string {
  counter += 1;
  return `req-${counter}`;
}

/** A chat request of customer "42" at a model that `makeFlatRule` prices, with what the test cares about on top. */
export function request(over: Record<string, unknown> = {}): Record<string, unknown> {
  const subject = "guest" in over ? {} : { customer: "42" };
  return {
    id: freshId(),
    ...subject,
    module: "chatbot",
    operation: "chat",
    provider: "openai",
    model: "gpt-4o",
    ...over,
  };
}

/** Prices every chat at so many credits. */
export async function makeFlatRule(ctx: Ctx, unitRate = "1"): Promise<void> {
  await createPricingRule(ctx, { operation: "chat", method: "flat", unitRate });
}

/** Authorizes `request(over)`. */
export async function authorizing(ctx: Ctx, over: Record<string, unknown> = {}): Promise<Answer> {
  return answer.parse(JSON.parse((await authorize(ctx, request(over))).body));
}

/** Records usage of `request(over)`. */
export async function using(ctx: Ctx, over: Record<string, unknown> = {}): Promise<Answer> {
  return answer.parse(JSON.parse((await recordUsage(ctx, request({ usage: {}, ...over }))).body));
}

/** Gives customer "42" credits. */
export async function giveCredits(
  ctx: Ctx,
  amount: string,
  over: Record<string, unknown> = {},
): Promise<void> {
  await addCredits(ctx, "42", { id: freshId(), amount, category: "paid", reason: "test", ...over });
}

/** Total, held and available of customer "42" as one short string: "10/2/8". */
export async function balance(ctx: Ctx): Promise<string> {
  const { total, held, available } = await getBalance(ctx, "42");
  return [total, held, available].map(creditsToString).join("/");
}

/** The same actor, so many seconds later. */
export function later(ctx: Ctx, seconds: number): Ctx {
  return { ...ctx, now: new Date(ctx.now.getTime() + seconds * 1000) };
}
