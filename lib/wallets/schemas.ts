import { z } from "zod";
import { amountField, instantField, nonNegativeAmountField, orElse, word } from "@/lib/kernel/fields";
import { pageQuery } from "@/lib/kernel/cursor";
import { ENTRY_TYPES } from "./core/entry";

export const LOT_CATEGORIES = ["paid", "promotional"] as const;
/** Lots burn from the lowest priority number up. */
export const DEFAULT_PRIORITY = 50;

const reason = orElse(z.string().trim().max(500), "");

/** A grant, or with a negative amount a removal, of credits. `id` is the caller's key of the act. */
export const addCreditsInput = z
  .strictObject({
    id: word(),
    amount: amountField.refine((value) => value !== 0n, "must not be 0"),
    category: orElse(z.enum(LOT_CATEGORIES), "promotional"),
    reason,
    priority: orElse(z.number().int().min(0).max(1_000), DEFAULT_PRIORITY),
    effectiveAt: instantField.nullish(),
    expiresAt: instantField.nullish(),
  })
  .refine((input) => !input.expiresAt || !input.effectiveAt || input.expiresAt > input.effectiveAt, {
    path: ["expiresAt"],
    message: "must be after effectiveAt",
  });

/**
 * The balance a wallet is to have; the difference is booked. With `expected`, only while it still shows that much: what
 * somebody saw when they decided.
 */
export const setBalanceInput = z.strictObject({
  id: word(),
  balance: nonNegativeAmountField,
  expected: amountField.nullish(),
  reason,
});

/** Why a balance is frozen, or set free again. */
export const freezeInput = z.strictObject({ reason });

/** How the list of balances is sorted: the highest, latest or last by name first with a minus. */
export const BALANCE_ORDERS = ["-used", "used", "-balance", "balance", "name", "-name"] as const;
export type BalanceOrder = (typeof BALANCE_ORDERS)[number];
export const BALANCE_STATES = ["frozen", "debt"] as const;

export const balancesQuery = pageQuery.extend({
  /** Beginnings of words in name, e-mail address or id: also finds customers that never had credits. */
  search: z.string().trim().max(200).optional(),
  sort: z.enum(BALANCE_ORDERS).default("-used"),
  state: z.enum(BALANCE_STATES).optional(),
});

export const ledgerQuery = pageQuery.extend({
  types: z.array(z.enum(ENTRY_TYPES)).optional(),
  from: instantField.optional(),
  to: instantField.optional(),
  /** A kind of actor ("member"), or the id of one. */
  actor: word().optional(),
  module: word(100).optional(),
  model: word().optional(),
});

export type AddCreditsInput = z.output<typeof addCreditsInput>;
export type SetBalanceInput = z.output<typeof setBalanceInput>;

/** What a proof is about: one customer's wallet, or all of them. */
export const verificationInput = z.strictObject({ customer: word().nullish() });

/**
 * Credits for many: a list as CSV (see `readGrants`), or one amount for all customers that a filter finds. `id` is the
 * caller's key of the whole: the same once more grants nothing again. What a row of the list leaves out is as given
 * here.
 */
export const bulkGrantInput = z
  .strictObject({
    id: word(),
    csv: z.string().min(1).max(3_000_000).nullish(),
    filter: z
      .strictObject({ search: z.string().trim().min(1).max(200).nullish(), role: word(100).nullish() })
      .nullish(),
    amount: amountField.refine((value) => value > 0n, "must be more than 0").nullish(),
    category: orElse(z.enum(LOT_CATEGORIES), "promotional"),
    priority: orElse(z.number().int().min(0).max(1_000), DEFAULT_PRIORITY),
    expiresAt: instantField.nullish(),
    reason,
  })
  .superRefine(({ csv, filter, amount }, check) => {
    const report = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    if ((csv == null) === (filter == null)) report("csv", "give either csv or filter");
    if (filter && amount == null) report("amount", "is required with a filter");
    if (filter && filter.search == null && filter.role == null)
      report("filter", "must name a search or a role");
  });
export type BulkGrantInput = z.output<typeof bulkGrantInput>;
