import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { amountField, word } from "@/lib/kernel/fields";
import { creditsToString, micros } from "@/lib/kernel/micros";
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
  return changeWallet(ctx, act, (opened) => takeBackFrom(opened, wanted));
}

function takeBackFrom(opened: OpenedWallet, wanted: z.output<typeof claim>): Record<string, unknown> {
  const { shortfallPolicy } = opened.settings;
  const asDebt = shortfallPolicy === "debt";
  const before = opened.book.booked;
  const { parts, short } = takeBack(opened.book, {
    amount: wanted.amount,
    lotIds: new Set(wanted.lotIds),
    asDebt,
  });
  if (shortfallPolicy === "freeze" && short > 0n) opened.book.frozen = true;
  const delta = micros(opened.book.booked - before);
  const references = {
    [wanted.type]: wanted.key,
    ...wanted.origin,
    lots: lotReferences(parts),
    ...(short > 0n ? { short: creditsToString(short), policy: shortfallPolicy } : {}),
  };
  const ledgerEntryId = opened.append({ type: wanted.type, delta, references, note: wanted.note });
  return { type: wanted.type, amount: creditsToString(delta), short: creditsToString(short), ledgerEntryId };
}
