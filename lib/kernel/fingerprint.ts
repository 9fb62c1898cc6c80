import { hash } from "node:crypto";

/**
 * Tells a repeat from another request under the same id: the first 128 bits, in hex, of the SHA-256 of the parsed
 * request, defaults filled in and absent fields left out. The order of members inside payloads does not matter.
 */
export function fingerprintOf(kind: string, parsed: object): string {
  return hash("sha256", kind + canonical(parsed), "hex").slice(0, 32);
}

/** JSON with members in order; null members count as absent. */
function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value instanceof Date) return value.getTime().toString();
  let text = "{";
  for (const [name, member] of Object.entries(value).sort(byName)) {
    if (member !== null && member !== undefined) text += `${JSON.stringify(name)}:${canonical(member)},`;
  }
  return `${text}}`;
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
