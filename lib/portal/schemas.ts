import { z } from "zod";
import { orElse, word } from "@/lib/kernel/fields";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

const webAddress = z
  .url({ protocol: /^https?$/, error: "must be a web address that starts with https:// or http://" })
  .max(2_000);

const text = (most: number) => z.string().trim().pipe(word(most)).nullable();

/** A site as browsers name it: scheme, host and port; a longer address is cut down to that. */
const originField = z
  .url({ protocol: /^https?$/, error: "must be a site such as https://shop.example.com" })
  .max(300)
  .transform((url) => new URL(url).origin);

const colourField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, "must be a colour such as #1a5fcc");

/** The settings of the customer page, as read and as changed. Null is the default. */
const settingsShape = z.strictObject({
  chatbot: z.boolean(),
  aiforms: z.boolean(),
  imagegenerator: z.boolean(),
  hiddenModules: z.array(word(100)).max(200),
  title: text(120),
  intro: text(500),
  buycredits: z.boolean(),
  buycreditslabel: text(60),
  buycreditsurl: webAddress.nullable(),
  purchasehistory: z.boolean(),
  emailSignIn: z.boolean(),
  language: z.enum(LANGUAGES).nullable(),
  logoUrl: webAddress.nullable(),
  accent: colourField.nullable(),
  origins: z
    .array(originField)
    .max(50, "50 sites at most")
    .transform((origins) => [...new Set(origins)]),
});
export type PortalSettings = z.output<typeof settingsShape>;

/** What is absent stays; null puts the default back. */
export const patchPortalSettingsInput = settingsShape.partial();
export type PatchPortalSettingsInput = z.input<typeof patchPortalSettingsInput>;

const SECTIONS = ["usage", "balance", "purchases"] as const;
const LINK_SECONDS = { usual: 600, least: 30, most: 86_400 } as const;

/** How long a sign-in link is good, and where on the page it leads. */
export const portalLinkInput = z.strictObject({
  expiresInSeconds: orElse(
    z
      .number()
      .int("must be a whole number")
      .min(LINK_SECONDS.least, `must be at least ${LINK_SECONDS.least}`)
      .max(LINK_SECONDS.most, `must be at most ${LINK_SECONDS.most}`),
    LINK_SECONDS.usual,
  ),
  section: z.enum(SECTIONS).nullish(),
});
export type PortalLinkInput = z.input<typeof portalLinkInput>;

/** How long the portal secret before stays good beside a new one; 0 ends it at once. */
export const rotateSecretInput = z.strictObject({
  keepOldForSeconds: orElse(
    z
      .number()
      .int("must be a whole number")
      .min(0, "must be at least 0")
      .max(604_800, "must be at most 604800"),
    0,
  ),
});
export type RotateSecretInput = z.input<typeof rotateSecretInput>;
