import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { amountField, word } from "@/lib/kernel/fields";
import { creditsToString, type Micros, micros } from "@/lib/kernel/micros";
import { changeWallet, type WalletAnswer } from "./change-wallet";
import { lotReferences, takeBack } from "./core";
import type { OpenedWallet } from "./open-wallet";

const claim = z.object({
  key: word(),
  type: z.enum(["refund", "dispute"]),
  amount: amountField.refine((value) => value > 0n, "must be more than 0"),
  /** The lots that the refunded purchase made: they give first. */
  lotIds: z.array(z.uuid()),
  origin: z.record(z.string(), z.unknown()),
  note: z.string().max(500).default(""),
});
export type ClawBackInput = z.input<typeof claim>;

/**
 * Takes back what a refunded or disputed purchase granted: from its own lots first, then from the others, never what
 * open holds keep. What is missing follows the merchant's shortfall policy: it becomes debt, is absorbed, or freezes
 * the balance. A repeat of the same key gets the first answer.
 */
export async function clawBack(ctx: Ctx, externalId: string, input: ClawBackInput): Promise<WalletAnswer> {
  requireCan(ctx, "credits:write");
  const wanted = claim.parse(input);
  const content = { ...wanted, amount: creditsToString(wanted.amount) };
  const act = { externalId, kind: wanted.type, key: wanted.key, content, action: `credits.${wanted.type}` };
  return changeWallet(ctx, act, (opened) => {
    const references = { [wanted.type]: wanted.key, ...wanted.origin };
    const taken = takeBackFrom(opened, { ...wanted, references });
    const { delta, short, ledgerEntryId } = taken;
    return {
      type: wanted.type,
      amount: creditsToString(delta),
      short: creditsToString(short),
      ledgerEntryId,
    };
  });
}

/** Credits that leave with the money. */
export type TakenBack = {
  readonly type: "refund" | "dispute";
  readonly amount: Micros;
  readonly lotIds: readonly string[];
  readonly references: Record<string, unknown>;
  readonly note: string;
};

/**
 * Takes them from an opened wallet, with an entry. `short` is what the lots did not hold; `owed` says whether it became
 * debt, otherwise nobody owes it.
 */
export function takeBackFrom(
  opened: OpenedWallet,
  { type, amount, lotIds, references, note }: TakenBack,
): { delta: Micros; short: Micros; owed: boolean; ledgerEntryId: string } {
  const { shortfallPolicy } = opened.settings;
  const owed = shortfallPolicy === "debt";
  const before = opened.book.booked;
  const { parts, short } = takeBack(opened.book, { amount, lotIds: new Set(lotIds), asDebt: owed });
  if (shortfallPolicy === "freeze" && short > 0n) opened.book.frozen = true;
  const delta = micros(opened.book.booked - before);
  const ledgerEntryId = opened.append({
    type,
    delta,
    references: {
      ...references,
      lots: lotReferences(parts),
      ...(short > 0n ? { short: creditsToString(short), policy: shortfallPolicy } : {}),
    },
    note,
  });
  return { delta, short, owed, ledgerEntryId };
}
