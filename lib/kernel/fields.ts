import { z } from "zod";
import { creditsToString, MAX_AMOUNT_MICROS, micros, parseCredits, type Micros } from "./micros";

/** Characters that no id, name or code may hold: controls, and halves of surrogate pairs. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A word of the caller's own: any script, 1 to `max` characters, no control characters. */
export function word(max = 200) {
  return z
    .string()
    .min(1, "must not be empty")
    .max(max, `must have at most ${max} characters`)
    .refine((text) => !UNPRINTABLE.test(text), "must not contain control characters");
}

const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text as PostgreSQL can store it: NUL and halves of surrogate pairs become U+FFFD. */
export function storableText(text: string): string {
  return text.replace(UNSTORABLE, "\ufffd");
}

/** A whole number of at least 0, e.g. a count of tokens. */
export function count(max: number) {
  return z
    .number()
    .int("must be a whole number")
    .min(0, "must not be negative")
    .max(max, `must be at most ${max}`);
}

/** A signed amount of credits as a decimal string with up to six decimal places, read as micro-credits. */
export const amountField = z.string().transform((text, check): Micros => {
  const value = parseCredits(text);
  if (value === null) {
    check.addIssue({
      code: "custom",
      message: 'must be a decimal string with up to six decimal places, like "1.4"',
    });
    return z.NEVER;
  }
  if (value > MAX_AMOUNT_MICROS || value < -MAX_AMOUNT_MICROS) {
    check.addIssue({ code: "custom", message: `must be at most ${creditsToString(MAX_AMOUNT_MICROS)}` });
    return z.NEVER;
  }
  return micros(value);
});

/** An amount of at least 0: a limit or a rate. */
export const nonNegativeAmountField = amountField.refine((value) => value >= 0n, "must not be negative");

/** Before 1970 no id can say when it was made, and after 9999 ISO 8601 has another form: neither can be stored. */
const STORABLE = /^(19[7-9]\d|[2-9]\d{3})-/;

/** An instant in ISO 8601 with an offset ("2026-11-20T10:00:00Z"), in the years 1970 to 9999, read as a Date. */
export const instantField = z.iso
  .datetime({ offset: true, message: "must be an ISO 8601 instant with an offset" })
  .transform((text) => new Date(text))
  .refine((at) => STORABLE.test(at.toISOString()), "must be in the years 1970 to 9999 (UTC)");

/** A field that may be left out and has no null: null is absent (design.md §9). */
export function orAbsent<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** A field that may be left out, or be null, which is the same (design.md §9): then it has this value. */
export function orElse<Schema extends z.ZodType>(schema: Schema, value: z.output<Schema>) {
  return schema.nullish().transform((given) => given ?? value);
}
