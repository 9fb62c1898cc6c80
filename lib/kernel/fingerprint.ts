import { createHash } from "node:crypto";

/**
 * Tells a repeat from another request under the same id: the first 128 bits, in hex, of the SHA-256 of the parsed
 * request, defaults filled in and absent fields left out. The order of members inside payloads does not matter.
 */
export function fingerprintOf(kind: string, parsed: object): string {
  const text = JSON.stringify(parsed, canonical);
  return createHash("sha256").update(kind).update(text).digest("hex").slice(0, 32);
}

/** Null members count as absent; members of objects are put in order. */
function canonical(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value ?? undefined;
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
