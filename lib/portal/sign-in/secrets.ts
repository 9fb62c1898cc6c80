import { createHash, randomBytes } from "node:crypto";

const SECRET_BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{43}$/;

/** A random key of a link or a session; only its hash is kept. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}

/** In hex. 256 random bits need no slow hash. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Whether a text can be a key of ours at all. */
export function isSecret(text: string): boolean {
  return FORM.test(text);
}
