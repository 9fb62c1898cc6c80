import { createHash, randomBytes } from "node:crypto";
import { formatApiKey, hintOfApiKey } from "./core/api-key-form";

const SECRET_BYTES = 32;

/** The only form in which a key is kept. Its 256 random bits need no slow hash. */
export function hashOfApiKey(key: string): Buffer<ArrayBuffer> {
  return createHash("sha256").update(key).digest();
}

/** A new key, to be shown once, with what is kept of it. */
export function makeApiKey(merchantId: string): { key: string; keyHash: Buffer<ArrayBuffer>; hint: string } {
  const key = formatApiKey(merchantId, randomBytes(SECRET_BYTES));
  return { key, keyHash: hashOfApiKey(key), hint: hintOfApiKey(key) };
}
