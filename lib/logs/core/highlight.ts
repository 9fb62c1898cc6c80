/** A piece of a text; `hit` when it is a word that was searched for. Joined they are the text. */
export type Segment = { readonly text: string; readonly hit: boolean };

/** What search takes for a word: letters, digits and the marks on them, of any script. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Shows where the words of a search are in a text: whole words, any case, as the search finds them. Texts only, so
 * nothing in them can become markup.
 */
export function highlight(text: string, search: string): Segment[] {
  const wanted = wordsOf(search);
  const segments: Segment[] = [];
  let end = 0;
  if (wanted.size > 0) {
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!wanted.has(word.toLowerCase())) continue;
      if (index > end) segments.push({ text: text.slice(end, index), hit: false });
      segments.push({ text: word, hit: true });
      end = index + word.length;
    }
  }
  if (end < text.length) segments.push({ text: text.slice(end), hit: false });
  return segments;
}

function wordsOf(search: string): ReadonlySet<string> {
  return new Set(Array.from(search.matchAll(WORD), ([word]) => word.toLowerCase()));
}

/** How much of the excerpt comes before the first hit. */
const LEAD = 0.3;

/**
 * About `length` characters of a text around the first word that was searched for, on one line and highlighted; from
 * the beginning when there is none. What is left out is marked by an ellipsis.
 */
export function excerpt(text: string, search: string, length = 160): Segment[] {
  const wanted = wordsOf(search);
  let first = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!wanted.has(word.toLowerCase())) continue;
    first = index;
    break;
  }
  const from = first < length ? 0 : wordStart(text, first - Math.floor(length * LEAD), first);
  const to = from + length >= text.length ? text.length : wordEnd(text, from, from + length);
  const piece = text.slice(from, to).replace(/\s+/g, " ").trim();
  return highlight(`${from > 0 ? "…" : ""}${piece}${to < text.length ? "…" : ""}`, search);
}

/** The first beginning of a word from here on, but not beyond `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  const gap = text.slice(from, limit).search(/\s/);
  return gap === -1 ? limit : from + gap + 1;
}

/** The last end of a word before `to`; in one endless word, a place between two characters. */
function wordEnd(text: string, from: number, to: number): number {
  const gap = text.slice(from, to).search(/\s\S*$/);
  if (gap > (to - from) / 2) return from + gap;
  return /[\udc00-\udfff]/.test(text.charAt(to)) ? to - 1 : to;
}
