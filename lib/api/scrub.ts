import { storableText } from "@/lib/kernel/fields";

/**
 * Text that people or models wrote. It may hold what PostgreSQL cannot store: NUL, and halves of surrogate pairs
 * (a model's text cut in the middle of an emoji). Losing a request over that would be wrong, so these
 * characters become U+FFFD. Ids and names are not free text: their schemas refuse such characters.
 */
const FREE_TEXT = new Set(["messages", "metadata", "reason", "note", "message", "quotaMessage"]);

const SUSPECT = /\\u(?:0000|d[89a-f])/i;

/** Whether JSON text may hold such a character: UTF-8 cannot carry one, so only as an escape (or a raw NUL, no JSON). */
export function needsScrubbing(text: string): boolean {
  return SUSPECT.test(text);
}

/** A copy of a parsed body in which free text is storable. */
export function scrubFreeText(value: unknown): unknown {
  return transform(value, false);
}

function transform(value: unknown, free: boolean): unknown {
  if (typeof value === "string") return free ? storableText(value) : value;
  if (Array.isArray(value)) return value.map((item) => transform(item, free));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [
    free ? storableText(key) : key,
    transform(item, free || FREE_TEXT.has(key)),
  ]);
  return Object.fromEntries(entries);
}
