import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { amountField, word } from "@/lib/kernel/fields";
import { newId } from "@/lib/kernel/ids";
import { creditsToString, type Micros } from "@/lib/kernel/micros";
import { putLot } from "./add-credits";
import { changeWallet, type WalletAnswer } from "./change-wallet";
import { lotReferences, type LotState } from "./core";
import { lotJson } from "./lot-json";
import type { OpenedWallet } from "./open-wallet";
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
    const references = { purchase: bought.key, ...bought.origin };
    const { lot, ledgerEntryId } = giveBought(ctx, opened, { ...bought, type: "purchase", references });
    return {
      type: "purchase",
      amount,
      ledgerEntryId,
      lot: lotJson({ lot, source: "purchase", origin: bought.origin }),
    };
  });
}

/** Credits that a purchase brings, or brings back. */
export type Bought = {
  readonly type: "purchase" | "dispute_reversal";
  readonly amount: Micros;
  readonly category: LotState["category"];
  readonly expiresAt: Date | null;
  readonly origin: Record<string, unknown>;
  readonly references: Record<string, unknown>;
  readonly note: string;
};

/**
 * Gives an opened wallet a lot and an entry for it. What comes back only after its expiry is booked all the same, and
 * swept as expired.
 */
export function giveBought(
  { now }: Pick<Ctx, "now">,
  opened: OpenedWallet,
  bought: Bought,
): { lot: LotState; ledgerEntryId: string } {
  const { type, amount, category, expiresAt, origin, note } = bought;
  const over = expiresAt !== null && expiresAt <= now;
  const { lot } = putLot(opened, {
    id: newId(now),
    source: "purchase",
    origin,
    category,
    priority: DEFAULT_PRIORITY,
    granted: amount,
    effectiveAt: over ? new Date(expiresAt.getTime() - 1) : now,
    expiresAt,
  });
  const references = { ...bought.references, lots: lotReferences([[lot.id, lot.granted]]) };
  return { lot, ledgerEntryId: opened.append({ type, delta: amount, references, note }) };
}
