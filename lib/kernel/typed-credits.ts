import { type Micros, parseCredits } from "./micros";

const BLANKS = /[\s\u2009\u202f]/g;
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/;

/**
 * Reads credits as a person types or pastes them: blanks anywhere, and commas where they group thousands
 * ("1,250.5"). Null when it is no amount, and for a comma anywhere else: "12,5" may mean twelve and a half, and must
 * never be taken for 125.
 */
export function readTypedCredits(text: string): Micros | null {
  const plain = text.replace(BLANKS, "");
  if (!plain.includes(",")) return parseCredits(plain);
  return GROUPED.test(plain) ? parseCredits(plain.replaceAll(",", "")) : null;
}
