/** `tg_`, the merchant's id, `_`, 32 random bytes: the key names its merchant, so finding it needs no index across tenants. */
const FORM = /^tg_([A-Za-z0-9_-]{22})_[A-Za-z0-9_-]{43}$/;
const UUID_PARTS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;
const HINT_LENGTH = 4;

/** Writes the key of a merchant from its random part, which must be 32 bytes. */
export function formatApiKey(merchantId: string, secret: Uint8Array): string {
  const merchant = Buffer.from(merchantId.replaceAll("-", ""), "hex");
  return `tg_${merchant.toString("base64url")}_${Buffer.from(secret).toString("base64url")}`;
}

/** The merchant that a text claims to be a key of; null when it is no key. Says nothing about the key being good. */
export function merchantOfApiKey(text: string): string | null {
  const encoded = FORM.exec(text)?.[1];
  if (encoded === undefined) return null;
  return Buffer.from(encoded, "base64url").toString("hex").replace(UUID_PARTS, "$1-$2-$3-$4-$5");
}

/** The end of a key, by which a person recognises it in a list. */
export function hintOfApiKey(key: string): string {
  return key.slice(-HINT_LENGTH);
}
