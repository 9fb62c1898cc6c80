import type { Seeded } from "@/lib/server/traffic/seeded";
import type { Meter } from "./places";
import { drawCounts, type TokenCounts } from "./token-counts";

type Source = {
  readonly random: Seeded;
  readonly counts: readonly TokenCounts[];
  readonly model: string;
  /** From 0. */
  readonly turn: number;
};

/** What a request is thought to consume, what it did consume, and what when it broke off. */
export type Amounts = { readonly estimate: object; readonly usage: object; readonly failed: object };

/** Draws amounts by what the place counts; tokens come from the sample of the real trace. */
export function drawAmounts(meter: Meter, source: Source): Amounts {
  const { random } = source;
  if (meter === "tokens") return drawTokens(source);
  if (meter === "images")
    return pieces(
      "images",
      random.weighted([
        [5, 1],
        [3, 2],
        [1, 4],
      ]),
    );
  if (meter === "videos") return pieces("videos", 1);
  return pieces("seconds", random.between(40, 1_500) + 0.5);
}

function pieces(name: Exclude<Meter, "tokens">, count: number): Amounts {
  return { estimate: { [name]: count }, usage: { [name]: count }, failed: { [name]: 0 } };
}

function drawTokens({ random, counts, model, turn }: Source): Amounts {
  const { contextTokens, generatedTokens } = drawCounts(counts, random);
  const cached = turn > 0 && random.chance(0.5) ? Math.floor(contextTokens * (0.3 + random.next() * 0.5)) : 0;
  const reasoning = model === "o4-mini" ? Math.floor(generatedTokens * 0.6) : 0;
  const input = { inputTokens: contextTokens - cached, cachedInputTokens: cached };
  return {
    estimate: {
      inputTokens: contextTokens,
      outputTokens: Math.ceil((generatedTokens * (0.7 + random.next())) / 50) * 50,
    },
    usage: { ...input, outputTokens: generatedTokens - reasoning, reasoningTokens: reasoning },
    failed: { ...input, outputTokens: Math.floor(generatedTokens * 0.1) },
  };
}
