import { z } from "zod";
import { ROLES, SCOPES } from "@/lib/access";
import { word } from "@/lib/kernel/fields";
import { timeZoneField } from "@/lib/kernel/time-zone";

export const WEEK_STARTS = ["monday", "sunday", "saturday"] as const;
export const BURN_ORDERS = ["balance_first", "quota_first"] as const;
export const ROUNDINGS = ["up_to_whole", "up_to_hundredth", "exact", "carry"] as const;
export const UNPRICED_POLICIES = ["raw_units", "block", "free"] as const;
export const SHORTFALL_POLICIES = ["debt", "absorb", "freeze"] as const;

/** The modules that every merchant starts with, by id and shown name. */
export const BUILT_IN_MODULES = {
  chatbot: "Chatbot",
  ai_forms: "AI forms",
  image_generator: "Image generator",
  content_writer: "Content writer",
  automation: "Automation",
  assistant: "Assistant",
} as const;

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

const nameField = word(200);
const slugField = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, "must be 1 to 60 small letters, digits and inner hyphens");
const currencyField = z
  .string()
  .refine((code) => CURRENCIES.has(code), 'must be an ISO 4217 code such as "EUR"');
const webAddressField = z
  .url({ protocol: /^https?$/, error: "must be a web address that starts with https:// or http://" })
  .max(2_000);
const messageField = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(1_000, "must have at most 1000 characters");

/** Money, as a plain decimal string above zero with up to nine places; kept without needless zeros. */
const moneyField = z
  .string()
  .regex(/^\d{1,9}(\.\d{1,9})?$/, 'must be a decimal string with up to nine decimal places, like "0.01"')
  .refine((text) => /[1-9]/.test(text), "must be more than 0")
  .transform((text) =>
    text
      .replace(/^0+(?=\d)/, "")
      .replace(/(\.\d*?)0+$/, "$1")
      .replace(/\.$/, ""),
  );

/** E-mail addresses are compared without regard to case, so they are kept in small letters. */
export const emailField = z.string().trim().toLowerCase().pipe(z.email("must be an e-mail address").max(320));

/** The settings of a merchant, as read and as changed (design.md §4). */
const settingsShape = z.strictObject({
  name: nameField,
  slug: slugField,
  timeZone: timeZoneField,
  weekStart: z.enum(WEEK_STARTS),
  currency: currencyField,
  burnOrder: z.enum(BURN_ORDERS),
  defaultRounding: z.enum(ROUNDINGS),
  unpricedPolicy: z.enum(UNPRICED_POLICIES),
  shortfallPolicy: z.enum(SHORTFALL_POLICIES),
  quotaMessage: messageField.nullable(),
  dashboardUrl: webAddressField.nullable(),
  buyCreditsUrl: webAddressField.nullable(),
  /** What a credit is worth in `currency`; null: not said. For margins only, never for charging. */
  creditValue: moneyField.nullable(),
  /** What a US dollar is worth in `currency`, for margins: providers list their prices in dollars. */
  dollarRate: moneyField.nullable(),
});
export type Settings = z.output<typeof settingsShape>;

export const patchSettingsInput = settingsShape.partial();
export type PatchSettingsInput = z.input<typeof patchSettingsInput>;

export const createMerchantInput = z.strictObject({
  name: nameField,
  slug: slugField,
  owner: z.strictObject({
    email: emailField,
    name: nameField.nullish(),
    /** As `hashPassword` of lib/auth made it; without one the owner signs in through a provider. */
    passwordHash: z.string().startsWith("$argon2id$", "must be an argon2id hash").nullish(),
  }),
  timeZone: timeZoneField.default("UTC"),
  currency: currencyField.default("USD"),
});
export type CreateMerchantInput = z.input<typeof createMerchantInput>;

const MODULE_ID_LENGTH = 100;

/** Without a name, an entry is called by its id. */
export const createStoreInput = z.strictObject({
  id: word(),
  name: nameField.optional(),
  url: webAddressField.nullish(),
});
export const patchStoreInput = z.strictObject({
  name: nameField.optional(),
  url: webAddressField.nullable().optional(),
});
export type CreateStoreInput = z.input<typeof createStoreInput>;
export type PatchStoreInput = z.input<typeof patchStoreInput>;

export const createModuleInput = z.strictObject({
  id: word(MODULE_ID_LENGTH),
  name: nameField.optional(),
});
export type CreateModuleInput = z.input<typeof createModuleInput>;

/** A bot or a form: one AI feature of a module, with an id of its own. */
export const createFeatureInput = z.strictObject({
  id: word(),
  module: word(MODULE_ID_LENGTH),
  name: nameField.optional(),
});
export type CreateFeatureInput = z.input<typeof createFeatureInput>;

/** Modules, bots and forms have nothing but their name to change. */
export const renameInput = z.strictObject({ name: nameField });
export type RenameInput = z.input<typeof renameInput>;

const scopesField = z
  .array(z.enum(SCOPES))
  .min(1, "must name at least one scope")
  .max(100)
  .transform((scopes) => SCOPES.filter((scope) => scopes.includes(scope)));

export const createApiKeyInput = z.strictObject({
  name: nameField,
  scopes: scopesField,
  store: word().nullish(),
});
export const patchApiKeyInput = z.strictObject({ name: nameField });
export type CreateApiKeyInput = z.input<typeof createApiKeyInput>;
export type PatchApiKeyInput = z.input<typeof patchApiKeyInput>;

export const addMemberInput = z.strictObject({
  email: emailField,
  name: nameField.nullish(),
  role: z.enum(ROLES),
});
export const changeRoleInput = z.strictObject({ role: z.enum(ROLES) });
export type AddMemberInput = z.input<typeof addMemberInput>;
export type ChangeRoleInput = z.input<typeof changeRoleInput>;
