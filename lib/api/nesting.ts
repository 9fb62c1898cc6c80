import { AppError } from "@/lib/kernel/errors";

/** Deeper than any payload of a provider, and far from where programs and databases run out of stack. */
const MAX_DEPTH = 100;

/** Throws `invalid_input` for JSON text whose objects and arrays are nested more than 100 deep. */
export function requireShallow(text: string): void {
  if (!hasManyBrackets(text) || depthOf(text) <= MAX_DEPTH) return;
  const errors = [{ path: "", message: `is nested more than ${MAX_DEPTH} deep` }];
  throw new AppError("invalid_input", `The body is nested more than ${MAX_DEPTH} deep.`, { errors });
}

/** Nearly every body has few enough brackets to be shallow whatever they enclose, and costs no scan. */
function hasManyBrackets(text: string): boolean {
  let count = 0;
  for (const bracket of ["{", "["]) {
    for (let at = text.indexOf(bracket); at !== -1; at = text.indexOf(bracket, at + 1)) {
      count += 1;
      if (count > MAX_DEPTH) return true;
    }
  }
  return false;
}

const STRUCTURE = /"(?:[^"\\]|\\.)*"|[{}[\]]/gs;

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(STRUCTURE)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}
