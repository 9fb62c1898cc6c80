import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";

/** A question with the answers that different models gave to it. */
export type Exchange = { readonly question: string; readonly answers: readonly [string, ...string[]] };

const line = z.looseObject({ question: z.string() });
const answer = z.union([
  z.string(),
  z.object({ solution: z.string() }).transform(({ solution }) => solution),
]);

/**
 * Reads one line of a texts file: a JSON object with a `question`; every other text in it, or object with a
 * `solution`, is an answer. Null when there is no answer. Throws an error that names the line otherwise.
 */
export function parseExchange(text: string, number: number): Exchange | null {
  try {
    const { question, ...others } = line.parse(JSON.parse(text));
    const [first, ...more] = Object.values(others).flatMap((other) => answer.safeParse(other).data ?? []);
    return first === undefined ? null : { question, answers: [first, ...more] };
  } catch (cause) {
    throw new Error(`Line ${number} of the texts is not usable: it needs a "question" and answers.`, {
      cause,
    });
  }
}

/** Reads a texts file (JSON lines). */
export async function readTexts(file: string): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file) })) {
    number += 1;
    const exchange = text.trim() === "" ? null : parseExchange(text, number);
    if (exchange) exchanges.push(exchange);
  }
  return exchanges;
}
