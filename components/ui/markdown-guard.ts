/** More than anyone reads formatted. */
const MOST_CHARACTERS = 12_000;
const MOST_SIGNS = 1_500;
const SIGNS = /[[\]*_`|<!~^&@]/g;
/** Quotes in quotes in quotes, or a list that wandered far to the right. */
const DEEP = /^(?:[ \t]*>){12}|^[ \t]{48,}(?:[-*+]|\d+[.)])/m;

/**
 * Whether a text is better shown as it is. Markdown readers take quadratic time for texts made to trouble them, and
 * nest as deep as those ask: long ones, those full of signs, and deep ones are not read at all.
 */
export function isPlain(text: string): boolean {
  return text.length > MOST_CHARACTERS || DEEP.test(text) || (text.match(SIGNS)?.length ?? 0) > MOST_SIGNS;
}
