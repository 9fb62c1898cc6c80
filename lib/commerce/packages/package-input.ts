import { z } from "zod";
import { amountField, orAbsent, word } from "@/lib/kernel/fields";

const PACKAGE_CATEGORIES = ["paid", "promotional"] as const;

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));
/** The largest id that JSON and PostgreSQL agree on. */
const MOST_ID = Number.MAX_SAFE_INTEGER;
const TEN_YEARS = 3_650;

/** An id of WooCommerce: a whole number, also when it comes as text. */
const wooId = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}$/, "must be the number of a product")
      .transform((text) => parseInt(text, 10)),
  ])
  .pipe(
    z
      .number()
      .int("must be a whole number")
      .min(1, "must be 1 or more")
      .max(MOST_ID, `must be at most ${MOST_ID}`),
  );

const fields = {
  name: z.string().trim().pipe(word(120)),
  /** Of one quantity. */
  credits: amountField.refine((value) => value > 0n, "must be more than 0"),
  category: orAbsent(z.enum(PACKAGE_CATEGORIES)),
  expiresAfterDays: z.number().int("must be a whole number").min(1).max(TEN_YEARS).nullish(),
  price: z
    .string()
    .regex(/^\d{1,12}(\.\d{1,6})?$/, 'must be a decimal string such as "9.90"')
    .nullish(),
  currency: z
    .string()
    .toUpperCase()
    .refine((code) => CURRENCIES.has(code), 'must be an ISO 4217 code such as "EUR"')
    .nullish(),
  /** Null: any of the merchant's shops and accounts. */
  connection: z.string().max(200).nullish(),
  wooProduct: wooId.nullish(),
  /** 0 is how WooCommerce writes "none". */
  wooVariation: z
    .literal([0, "0"])
    .transform(() => null)
    .or(wooId)
    .nullish(),
  stripePrice: z
    .string()
    .regex(/^(price|plan)_[A-Za-z0-9_]{1,200}$/, 'must be the id of a Stripe price, such as "price_1Abc"')
    .nullish(),
  enabled: orAbsent(z.boolean()),
  /** Lists show the smallest first. */
  position: orAbsent(z.number().int("must be a whole number").min(0).max(1_000_000)),
};

/** Absent and null mapping fields mean that nothing sells it yet. */
export const createPackageInput = z.strictObject(fields);

/** What is absent stays as it is; null clears. */
export const updatePackageInput = z.strictObject(fields).partial();

/** How many credits a package would have. */
export const packageWorthQuery = z.strictObject({ credits: fields.credits });

export type CreatePackageInput = z.input<typeof createPackageInput>;
export type UpdatePackageInput = z.input<typeof updatePackageInput>;
