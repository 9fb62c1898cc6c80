import { prisma, type Sql, sqlOf, statement, type Tx, type TxScope } from "@/lib/db";
import type { PortalSettings } from "../schemas";

const COLUMNS = `chatbot, ai_forms AS "aiforms", image_generator AS "imagegenerator", hidden_modules AS "hiddenModules",
  title, intro, buy_credits AS "buycredits", buy_credits_label AS "buycreditslabel",
  buy_credits_url AS "buycreditsurl", purchase_history AS "purchasehistory", email_sign_in AS "emailSignIn", language,
  logo_url AS "logoUrl", accent, origins`;

const FIND = statement(
  "portal_settings_find",
  `SELECT ${COLUMNS} FROM portal_settings WHERE merchant_id = $1::uuid`,
);
const SEEDS = statement(
  "portal_settings_seeds",
  `SELECT secret_seed AS "seed", secret_made_at AS "madeAt", previous_seed AS "previousSeed",
          previous_until AS "previousUntil"
     FROM portal_settings WHERE merchant_id = $1::uuid`,
);
const ROTATE = statement(
  "portal_settings_rotate",
  `INSERT INTO portal_settings AS s (merchant_id, hidden_modules, origins, secret_seed, secret_made_at, updated_at)
   VALUES ($1::uuid, '{}', '{}', $2::uuid, $3::timestamptz, $3::timestamptz)
   ON CONFLICT (merchant_id) DO UPDATE SET secret_seed = excluded.secret_seed, secret_made_at = excluded.secret_made_at,
     previous_seed = CASE WHEN $4::timestamptz IS NULL THEN NULL ELSE s.secret_seed END,
     previous_until = CASE WHEN s.secret_seed IS NULL THEN NULL ELSE $4::timestamptz END,
     updated_at = excluded.updated_at
   RETURNING previous_until AS "previousUntil"`,
);

/** What portal secrets are derived from. */
export type SecretSeeds = {
  seed: string | null;
  madeAt: Date | null;
  previousSeed: string | null;
  previousUntil: Date | null;
};

const NO_SEEDS: SecretSeeds = { seed: null, madeAt: null, previousSeed: null, previousUntil: null };

export async function findPortalSettings(sql: Sql, merchantId: string): Promise<PortalSettings | null> {
  const [row] = await sql.rows<PortalSettings>(FIND, [merchantId]);
  return row ?? null;
}

export async function savePortalSettings(
  tx: Tx,
  merchantId: string,
  save: { settings: PortalSettings; now: Date },
): Promise<void> {
  const { aiforms, imagegenerator, buycredits, buycreditslabel, buycreditsurl, purchasehistory, ...same } =
    save.settings;
  const data = {
    ...same,
    aiForms: aiforms,
    imageGenerator: imagegenerator,
    buyCredits: buycredits,
    buyCreditsLabel: buycreditslabel,
    buyCreditsUrl: buycreditsurl,
    purchaseHistory: purchasehistory,
    updatedAt: save.now,
  };
  await tx.portalSettings.upsert({
    where: { merchantId },
    create: { ...data, merchantId },
    update: data,
    select: { merchantId: true },
  });
}

export async function findSecretSeeds(scope: TxScope, merchantId: string): Promise<SecretSeeds> {
  const [row] = await sqlOf(scope.tx ?? prisma).rows<SecretSeeds>(SEEDS, [merchantId]);
  return row ?? NO_SEEDS;
}

/** Puts a new seed in; the one before stays until the instant given, if any. Returns that instant. */
export async function rotateSeed(
  tx: Tx,
  merchantId: string,
  rotation: { seed: string; now: Date; keepOldUntil: Date | null },
): Promise<Date | null> {
  const [row] = await sqlOf(tx).rows<{ previousUntil: Date | null }>(ROTATE, [
    merchantId,
    rotation.seed,
    rotation.now.toISOString(),
    rotation.keepOldUntil?.toISOString() ?? null,
  ]);
  return row?.previousUntil ?? null;
}
