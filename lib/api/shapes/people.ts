import { z } from "@hono/zod-openapi";
import { amount, instant, quotaView } from "./basics";
import { balance, lot } from "./money";

export const customer = z
  .strictObject({
    externalId: z.string(),
    email: z.string().nullable(),
    name: z.string().nullable(),
    roles: z.array(z.string()),
  })
  .openapi("Customer");

export const wallet = z
  .strictObject({
    total: amount,
    held: amount,
    available: amount,
    debt: amount.openapi({ description: "What refunds took beyond the lots; later credits pay it." }),
    frozen: z.boolean(),
    frozenAt: instant.nullable(),
    frozenReason: z.string().nullable(),
    lots: z.array(lot).openapi({ description: "In the order they burn." }),
  })
  .openapi("Wallet");

export const walletChange = z
  .strictObject({
    id: z.string(),
    type: z.enum(["grant", "adjustment"]),
    amount: amount.openapi({ description: "What the balance changed by." }),
    ledgerEntryId: z.uuid().nullable().openapi({ description: "Null when there was nothing to book." }),
    lot: lot.nullable().optional(),
    balance,
    replayed: z.boolean(),
  })
  .openapi("WalletChange");

export const quotaReset = z
  .strictObject({ ledgerEntryId: z.uuid(), quotas: z.array(quotaView) })
  .openapi("QuotaReset");

export const proof = z
  .strictObject({
    ok: z.boolean(),
    at: z.iso.datetime(),
    wallets: z.int(),
    entries: z.int(),
    unshown: z.strictObject({ expired: amount, future: amount }),
    breaks: z.array(z.looseObject({ what: z.string() })),
  })
  .openapi("Proof");
