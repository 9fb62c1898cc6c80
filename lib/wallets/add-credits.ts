import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { creditsToString, MAX_BALANCE_MICROS, micros, type Micros } from "@/lib/kernel/micros";
import { changeWallet, type WalletAnswer } from "./change-wallet";
import { balanceOf, grant, type LotState, lotReferences, spend } from "./core";
import { lotJson } from "./lot-json";
import type { OpenedWallet } from "./open-wallet";
import { type AddCreditsInput, addCreditsInput } from "./schemas";

/**
 * Grants credits as a lot of their own, or with a negative amount takes some away: from what is available, in burn
 * order, leaving held parts alone. Debt is paid from a grant first. A repeat of the same `id` gets the first answer.
 * Throws `insufficient_credits` (409) when less is available than is to be taken, and `conflict` for a reused id.
 */
export async function addCredits(ctx: Ctx, externalId: string, input: unknown): Promise<WalletAnswer> {
  requireCan(ctx, "credits:write");
  const credits = addCreditsInput.parse(input);
  requireFuture(credits, ctx.now);
  const act = { externalId, kind: "credits", key: credits.id, content: credits, action: "credits.add" };
  return changeWallet(ctx, contentAsText(act), (opened) =>
    credits.amount > 0n ? addLot(ctx, opened, credits) : takeAway(ctx, opened, credits),
  );
}

function contentAsText<Act extends { content: AddCreditsInput }>(act: Act) {
  return { ...act, content: { ...act.content, amount: creditsToString(act.content.amount) } };
}

function requireFuture({ expiresAt }: AddCreditsInput, now: Date): void {
  if (!expiresAt || expiresAt > now) return;
  throw new AppError("invalid_input", "Some fields need attention.", {
    errors: [{ path: "expiresAt", message: "must be in the future" }],
  });
}

function addLot(ctx: Ctx, opened: OpenedWallet, credits: AddCreditsInput): Record<string, unknown> {
  const { lot } = putLot(opened, {
    id: newId(ctx.now),
    source: "grant",
    origin: { reason: credits.reason },
    category: credits.category,
    priority: credits.priority,
    granted: credits.amount,
    effectiveAt: credits.effectiveAt ?? ctx.now,
    expiresAt: credits.expiresAt ?? null,
  });
  const references = { credits: credits.id, lots: lotReferences([[lot.id, lot.granted]]) };
  const ledgerEntryId = opened.append({
    type: "grant",
    delta: credits.amount,
    references,
    note: credits.reason,
  });
  return {
    type: "grant",
    amount: creditsToString(credits.amount),
    ledgerEntryId,
    lot: lotJson({ lot, source: "grant", origin: { reason: credits.reason } }),
  };
}

function takeAway(ctx: Ctx, opened: OpenedWallet, credits: AddCreditsInput): Record<string, unknown> {
  const amount = micros(-credits.amount);
  requireAvailable(opened, amount, ctx.now);
  const lots = lotReferences(spend(opened.book, amount, ctx.now));
  const references = { credits: credits.id, lots };
  const ledgerEntryId = opened.append({
    type: "adjustment",
    delta: credits.amount,
    references,
    note: credits.reason,
  });
  return { type: "adjustment", amount: creditsToString(credits.amount), ledgerEntryId, lot: null };
}

/** Throws `insufficient_credits` as 409: nothing is wrong with the customer's request, the balance is smaller. */
export function requireAvailable(opened: OpenedWallet, amount: Micros, now: Date): void {
  const { available } = balanceOf({ ...opened.book, frozen: false }, now);
  if (amount <= available) return;
  throw new AppError("insufficient_credits", `Only ${creditsToString(available)} credits are available.`, {
    status: 409,
  });
}

/** A lot as it is granted, with where it came from. */
export type LotGrant = Omit<LotState, "remaining" | "held"> & { source: string; origin: object };

/** Adds a lot to an opened wallet. Throws `invalid_input` when the balance would pass what can be counted. */
export function putLot(opened: OpenedWallet, { source, origin, ...about }: LotGrant): { lot: LotState } {
  if (opened.book.booked + about.granted > MAX_BALANCE_MICROS) {
    throw new AppError(
      "invalid_input",
      `A balance can be at most ${creditsToString(MAX_BALANCE_MICROS)} credits.`,
    );
  }
  const lot = grant(opened.book, about);
  const { merchantId, customerId } = opened.book;
  opened.newLots.push({ lot, merchantId, customerId, source, origin });
  return { lot };
}
