import { type Ctx, requireCan } from "@/lib/access";
import { readSql, type Sql } from "@/lib/db";
import type { PortalSettings } from "../schemas";
import { findPortalSettings, findSecretSeeds } from "./portal-settings.repo";

/** Before anything is set: everything is shown, with our own words, and no other site may embed it. */
const DEFAULTS: PortalSettings = {
  chatbot: true,
  aiforms: true,
  imagegenerator: true,
  hiddenModules: [],
  title: null,
  intro: null,
  buycredits: true,
  buycreditslabel: null,
  buycreditsurl: null,
  purchasehistory: true,
  emailSignIn: true,
  language: null,
  logoUrl: null,
  accent: null,
  origins: [],
};

/** The portal secret as far as it may be told: when it was made, and until when the one before is good. */
export type SecretState = { readonly madeAt: Date | null; readonly previousUntil: Date | null };

/** The settings of the customer page, and whether there is a secret to sign tokens with. */
export async function getPortalSettings(ctx: Ctx): Promise<PortalSettings & { secret: SecretState }> {
  requireCan(ctx, "usage:read");
  const [settings, { madeAt, previousUntil }] = await Promise.all([
    readPortalSettings(readSql(), ctx.merchantId),
    findSecretSeeds(ctx, ctx.merchantId),
  ]);
  const stillGood = previousUntil !== null && previousUntil > ctx.now ? previousUntil : null;
  return { ...settings, secret: { madeAt, previousUntil: stillGood } };
}

/** The settings of a merchant's page for the page itself. */
export async function readPortalSettings(sql: Sql, merchantId: string): Promise<PortalSettings> {
  return (await findPortalSettings(sql, merchantId)) ?? DEFAULTS;
}
