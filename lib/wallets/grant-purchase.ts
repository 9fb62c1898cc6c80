import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { amountField, word } from "@/lib/kernel/fields";
import { newId } from "@/lib/kernel/ids";
import { creditsToString } from "@/lib/kernel/micros";
import { putLot } from "./add-credits";
import { changeWallet, type WalletAnswer } from "./change-wallet";
import { lotReferences } from "./core";
import { lotJson } from "./lot-json";
import { DEFAULT_PRIORITY, LOT_CATEGORIES } from "./schemas";

const purchase = z.object({
  /** Unique per purchase and part of it, e.g. "woocommerce:7:1041:3". */
  key: word(),
  amount: amountField.refine((value) => value > 0n, "must be more than 0"),
  category: z.enum(LOT_CATEGORIES).default("paid"),
  expiresAt: z.date().nullable().default(null),
  /** Where it was bought: order, line, package; refunds find the lot by it. */
  origin: z.record(z.string(), z.unknown()),
  note: z.string().max(500).default(""),
});
export type PurchaseInput = z.input<typeof purchase>;

/** Books a purchase: a lot and a `purchase` entry. A repeat of the same key gets the first answer. */
export async function grantPurchase(
  ctx: Ctx,
  externalId: string,
  input: PurchaseInput,
): Promise<WalletAnswer> {
  requireCan(ctx, "credits:write");
  const bought = purchase.parse(input);
  const amount = creditsToString(bought.amount);
  const content = { ...bought, amount };
  const act = { externalId, kind: "purchase", key: bought.key, content, action: "credits.purchase" };
  return changeWallet(ctx, act, (opened) => {
    const { lot } = putLot(opened, {
      id: newId(ctx.now),
      source: "purchase",
      origin: bought.origin,
      category: bought.category,
      priority: DEFAULT_PRIORITY,
      granted: bought.amount,
      effectiveAt: ctx.now,
      expiresAt: bought.expiresAt,
    });
    const references = {
      purchase: bought.key,
      ...bought.origin,
      lots: lotReferences([[lot.id, lot.granted]]),
    };
    const ledgerEntryId = opened.append({
      type: "purchase",
      delta: bought.amount,
      references,
      note: bought.note,
    });
    return {
      type: "purchase",
      amount,
      ledgerEntryId,
      lot: lotJson({ lot, source: "purchase", origin: bought.origin }),
    };
  });
}
