import { hash, randomBytes } from "node:crypto";

const SECRET_BYTES = 32;
const FORM = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;
const UUID_PARTS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/**
 * A state that travels to a shop and back, where anybody may see it: the merchant's id, so that it can be found, and 256
 * random bits. Kept only as a hash.
 */
export function makeState(merchantId: string): string {
  const merchant = Buffer.from(merchantId.replaceAll("-", ""), "hex").toString("base64url");
  return `${merchant}.${randomBytes(SECRET_BYTES).toString("base64url")}`;
}

/** The merchant a state claims to be of; null when it is none of ours. */
export function merchantOfState(state: string): string | null {
  const encoded = FORM.exec(state)?.[1];
  if (encoded === undefined) return null;
  return Buffer.from(encoded, "base64url").toString("hex").replace(UUID_PARTS, "$1-$2-$3-$4-$5");
}

/** The only form in which a state is kept. */
export function hashOfState(state: string): Buffer<ArrayBuffer> {
  return Buffer.from(hash("sha256", state, "hex"), "hex");
}
