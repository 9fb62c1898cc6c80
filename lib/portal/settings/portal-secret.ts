import { createHmac, hkdfSync } from "node:crypto";
import { appSecret } from "@/lib/kernel/env";
import type { SecretSeeds } from "./portal-settings.repo";

const KEY_BYTES = 32;

/**
 * The secret that a merchant signs tokens with, made from a random seed and the installation's own secret (HKDF, RFC
 * 5869): the database alone tells nothing, and nothing has to be kept. Other installation secret, other portal secrets.
 */
export function portalSecretOf(merchantId: string, seed: string): string {
  const key = Buffer.from(hkdfSync("sha256", appSecret(), "", "tollgate portal secrets", KEY_BYTES));
  return `tgs_${createHmac("sha256", key).update(`${merchantId}\n${seed}`).digest("base64url")}`;
}

/** Every secret of a merchant that is good at an instant, the newest first. */
export function goodSecrets(merchantId: string, seeds: SecretSeeds, now: Date): string[] {
  const previous = seeds.previousUntil !== null && seeds.previousUntil > now ? seeds.previousSeed : null;
  return [seeds.seed, previous].flatMap((seed) => (seed === null ? [] : [portalSecretOf(merchantId, seed)]));
}
