import { z } from "zod";
import { type Facts, NO_FACTS } from "./facts";

const buyer = z.object({
  externalId: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string().nullable(),
});
const line = z.object({
  key: z.string(),
  name: z.string(),
  price: z.string().nullable(),
  package: z.string().nullable(),
  quantity: z.number(),
  total: z.number(),
  fullPrice: z.number().nullable(),
});
const sale = z.object({
  id: z.string(),
  kind: z.enum(["session", "invoice", "payment_intent"]),
  at: z.number(),
  status: z.string(),
  paid: z.boolean(),
  free: z.boolean(),
  number: z.string(),
  total: z.number(),
  due: z.number(),
  currency: z.string(),
  occurredAt: z.number(),
  buyer,
  lines: z.array(line).nullable(),
});
const charge = z.object({
  id: z.string(),
  at: z.number(),
  amount: z.number(),
  refunded: z.number(),
  currency: z.string(),
  exact: z.boolean(),
});
const refund = z.object({ id: z.string(), at: z.number(), amount: z.number(), undone: z.boolean() });
const dispute = z.object({
  id: z.string(),
  at: z.number(),
  amount: z.number(),
  standing: z.enum(["none", "open", "won", "lost"]),
});
const facts = z.object({
  sales: z.record(z.string(), sale),
  charges: z.record(z.string(), charge),
  refunds: z.record(z.string(), refund),
  disputes: z.record(z.string(), dispute),
  buyer: buyer.nullable(),
  chosen: z.string().nullable(),
});

/** Facts as they were kept; what is kept and is none counts as nothing known. */
export function readFacts(kept: unknown): Facts {
  return facts.safeParse(kept).data ?? NO_FACTS;
}
