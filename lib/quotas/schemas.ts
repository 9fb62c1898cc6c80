import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";
import { nonNegativeAmountField, orAbsent, word } from "@/lib/kernel/fields";
import { timeZoneField } from "@/lib/kernel/time-zone";

export const AUDIENCES = ["guest", "customer", "role", "plan"] as const;
export const PERIODS = ["never", "hourly", "daily", "weekly", "monthly", "yearly", "plan_period"] as const;
export const QUOTA_MODES = ["enforce", "observe"] as const;
const ACTION_SLOTS = ["primary", "secondary"] as const;
const ACTION_TYPES = ["usage", "credits", "purchases", "buy_credits", "custom_url"] as const;

const webAddress = z
  .url({ protocol: /^https?$/, error: "must be a web address that begins with http:// or https://" })
  .max(2_000);

/** A button under the quota message; only `custom_url` brings its own address. */
const quotaActionField = z
  .strictObject({
    slot: z.enum(ACTION_SLOTS),
    type: z.enum(ACTION_TYPES),
    label: word(80),
    url: webAddress.nullish().transform((url) => url ?? null),
  })
  .refine((action) => action.type !== "custom_url" || action.url !== null, {
    path: ["url"],
    message: "a custom_url needs its address",
  });

const actions = z
  .array(quotaActionField)
  .max(ACTION_SLOTS.length, "one primary and one secondary action at most")
  .refine(
    (all) => new Set(all.map((each) => each.slot)).size === all.length,
    "each slot is used once at most",
  );

const fields = {
  audience: z.enum(AUDIENCES),
  /** The role or plan it is for; only with audience `role` or `plan`. */
  role: word(100).nullish(),
  module: word(100).nullish(),
  bot: word().nullish(),
  store: word().nullish(),
  /** Credits per period; null is unlimited, "0" lets nobody draw on it. */
  limit: nonNegativeAmountField.nullish(),
  /** Credits per period of a guest's whole network; only with audience `guest`. */
  networkLimit: nonNegativeAmountField.nullish(),
  period: orAbsent(z.enum(PERIODS)),
  anchorDay: orAbsent(z.number().int().min(1).max(31)),
  anchorMonth: orAbsent(z.number().int().min(1).max(12)),
  /** An IANA name; null is the merchant's zone. */
  timeZone: timeZoneField.nullish(),
  message: z.string().trim().max(1_000).nullish(),
  actions: orAbsent(actions),
  mode: orAbsent(z.enum(QUOTA_MODES)),
  enabled: orAbsent(z.boolean()),
};

/** Absent and null scope fields mean "any"; limits are decimal strings of credits. */
export const createQuotaInput = z.strictObject(fields);

/** What is absent stays as it is; null clears what can be cleared. */
export const updateQuotaInput = z.strictObject(fields).partial();

/** A page of quotas; `module` and `audience` leave those that name exactly them. */
export const listQuotasInput = pageQuery.extend({
  module: word(100).optional(),
  audience: z.enum(AUDIENCES).optional(),
});

export type ListQuotasInput = z.input<typeof listQuotasInput>;
export type CreateQuotaInput = z.input<typeof createQuotaInput>;
export type UpdateQuotaInput = z.input<typeof updateQuotaInput>;

const resetCount = z
  .string()
  .regex(/^([1-9]|[1-4]\d|50)$/, "must be a whole number from 1 to 50")
  .default("12")
  .transform((text) => parseInt(text, 10));

/** How many resets to list: a whole number in text, as it stands in an address. */
export const resetsQuery = z.strictObject({ count: resetCount });

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,2}$/, `must be a whole number from 1 to ${most}`)
    .transform((text) => parseInt(text, 10))
    .pipe(z.int().min(1).max(most));

/** A calendar to look at before it is saved, as it stands in an address. */
export const previewResetsInput = z.strictObject({
  count: resetCount,
  period: z.enum(PERIODS),
  anchorDay: wholeNumber(31).optional(),
  anchorMonth: wholeNumber(12).optional(),
  timeZone: timeZoneField.optional(),
});
