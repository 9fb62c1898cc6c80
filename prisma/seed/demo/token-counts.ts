import { readTrace } from "@/lib/server/traffic/trace";
import type { Seeded } from "@/lib/server/traffic/seeded";

/** How large one real request was. */
export type TokenCounts = { readonly contextTokens: number; readonly generatedTokens: number };

const FILE = "prisma/seed/trace-sample.csv";

/** Reads the sample of the real trace (see the README beside it). */
export async function readTokenCounts(): Promise<TokenCounts[]> {
  const counts: TokenCounts[] = [];
  for await (const { contextTokens, generatedTokens } of readTrace(FILE))
    counts.push({ contextTokens, generatedTokens });
  return counts;
}

/** One of the counts, or an ordinary one of no sample. */
export function drawCounts(counts: readonly TokenCounts[], random: Seeded): TokenCounts {
  return (
    counts[random.between(0, Math.max(0, counts.length - 1))] ?? { contextTokens: 800, generatedTokens: 200 }
  );
}
