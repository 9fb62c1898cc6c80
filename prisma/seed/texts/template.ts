import type { Seeded } from "@/lib/server/traffic/seeded";
import { FILLERS } from "./fillers";

/** A question and its answer; `{words}` in braces are filled in, the same way throughout a conversation. */
export type Turn = readonly [question: string, answer: string];

/** A conversation to draw from: people stop after any turn. */
export type Template = readonly [Turn, ...Turn[]];

export type Fill = (text: string) => string;

/** Returns a function that fills in the words of one conversation. Throws when a text names an unknown word. */
export function makeFill(random: Seeded): Fill {
  const chosen = new Map<string, string>();
  const valueOf = (word: string) => {
    const known = chosen.get(word);
    if (known !== undefined) return known;
    const choices = FILLERS[word];
    if (!choices) throw new Error(`No filler is called "${word}".`);
    const value = choices(random);
    chosen.set(word, value);
    return value;
  };
  return (text) => text.replace(/\{(\w+)\}/g, (_, word: string) => valueOf(word));
}
