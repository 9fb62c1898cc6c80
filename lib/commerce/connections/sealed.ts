import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { appSecret } from "@/lib/kernel/env";

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a secret belongs to: a sealed text opens only in its own row and field. */
export type SealedFor = {
  readonly merchantId: string;
  readonly id: string;
  readonly field: "credentials" | "webhook_secrets";
};

/**
 * Encrypts a secret for rest: AES-256-GCM under a key that HKDF-SHA-256 derives from TOLLGATE_SECRET (RFC 5869), with
 * the row and field as authenticated data. `v1.` and base64url of nonce, tag and ciphertext.
 */
export function seal(text: string, place: SealedFor): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(), nonce).setAAD(aadOf(place));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** Opens what `seal` made; null when it cannot be: another TOLLGATE_SECRET, another row, a changed byte. */
export function unseal(sealed: string, place: SealedFor): string | null {
  const [version, encoded = ""] = sealed.split(".", 2);
  const bytes = Buffer.from(encoded, "base64url");
  if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(), bytes.subarray(0, NONCE_BYTES))
    .setAAD(aadOf(place))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
    return Buffer.concat(opened).toString("utf8");
  } catch {
    return null;
  }
}

function aadOf({ merchantId, id, field }: SealedFor): Buffer {
  return Buffer.from(`${merchantId}|${id}|${field}`);
}

const KEY_BYTES = 32;
const keys = new Map<string, Buffer>();

function sealingKey(): Buffer {
  const secret = appSecret();
  const known = keys.get(secret);
  if (known) return known;
  const key = Buffer.from(hkdfSync("sha256", secret, "", "tollgate/commerce/secrets/v1", KEY_BYTES));
  keys.set(secret, key);
  return key;
}
