import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";
import { orAbsent, orElse, word } from "@/lib/kernel/fields";
import { CONNECTION_KINDS, GRANT_WHEN } from "./kinds";

/** A secret as it was typed: nothing is trimmed or escaped, since the shop signs with exactly this. */
const secret = word(500);

/** The address of a shop, without what belongs to a page of it. */
const shopUrl = z
  .string()
  .max(500)
  .transform((text, check): string => {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "") {
      return url.origin + url.pathname.replace(/\/+$/, "");
    }
    check.addIssue({ code: "custom", message: "must be a web address such as https://shop.example.com" });
    return z.NEVER;
  });

/** What a Stripe account keeps beside its secrets. */
const stripeOptions = z.strictObject({
  /** Only events of this account ("acct_…") are taken. */
  account: word(100).nullish(),
  /** Whether live or test events are taken; without it, as the API key says, else both. */
  livemode: z.boolean().nullish(),
  automaticTax: z.boolean().nullish(),
  invoices: z.boolean().nullish(),
  /** Whether checkouts that cost nothing, by a coupon of 100%, give credits; absent: they do. */
  grantFree: z.boolean().nullish(),
  /** Where the API is, for a stand-in of Stripe on this machine. */
  apiBase: shopUrl.nullish(),
});

const fields = {
  name: word(100),
  store: word(100).nullable(),
  /** Of a WooCommerce shop. */
  url: shopUrl.nullable(),
  consumerKey: secret,
  consumerSecret: secret,
  /** Of a Stripe account: a restricted key. */
  apiKey: secret,
  webhookSecret: secret,
  grantWhen: z.enum(GRANT_WHEN),
  enabled: z.boolean(),
  options: stripeOptions,
};

export const createConnectionInput = z.strictObject({
  kind: z.enum(CONNECTION_KINDS),
  name: fields.name,
  store: orElse(fields.store, null),
  url: orElse(fields.url, null),
  consumerKey: orAbsent(fields.consumerKey),
  consumerSecret: orAbsent(fields.consumerSecret),
  apiKey: orAbsent(fields.apiKey),
  webhookSecret: orAbsent(fields.webhookSecret),
  grantWhen: orElse(fields.grantWhen, "completed"),
  enabled: orElse(fields.enabled, true),
  options: orElse(stripeOptions, {}),
});
export type CreateConnectionInput = z.input<typeof createConnectionInput>;

export const patchConnectionInput = z.strictObject({
  name: orAbsent(fields.name),
  store: fields.store.optional(),
  url: fields.url.optional(),
  consumerKey: orAbsent(fields.consumerKey),
  consumerSecret: orAbsent(fields.consumerSecret),
  apiKey: orAbsent(fields.apiKey),
  webhookSecret: orAbsent(fields.webhookSecret),
  grantWhen: orAbsent(fields.grantWhen),
  enabled: orAbsent(fields.enabled),
  options: orAbsent(stripeOptions),
});
export type PatchConnectionInput = z.input<typeof patchConnectionInput>;

/** How long the secret before stays valid: at most a week. */
const MOST_HOURS = 168;

export const rotateSecretInput = z.strictObject({
  /** Absent: one is made. */
  webhookSecret: orAbsent(secret),
  keepPreviousHours: orElse(
    z.number().min(0, "must not be negative").max(MOST_HOURS, `must be at most ${MOST_HOURS}`),
    24,
  ),
});
export type RotateSecretInput = z.input<typeof rotateSecretInput>;

export const authorizeShopInput = z.strictObject({
  url: shopUrl,
  name: orAbsent(fields.name),
  store: orElse(fields.store, null),
  grantWhen: orElse(fields.grantWhen, "completed"),
  /** Where the merchant lands afterwards, on this Tollgate: a path. */
  returnPath: orElse(
    z
      .string()
      .max(500)
      .regex(/^\/(?![/\\])/, "must be a path of this Tollgate"),
    "/",
  ),
});
export type AuthorizeShopInput = z.input<typeof authorizeShopInput>;

export const connectionsQuery = pageQuery;

export const productsQuery = z.strictObject({
  search: z.string().trim().max(200).optional(),
  page: z.coerce
    .number("must be a whole number")
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(1_000, "must be at most 1000")
    .default(1),
});
export type ProductsQuery = z.input<typeof productsQuery>;
