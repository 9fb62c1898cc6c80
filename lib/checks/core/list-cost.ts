/** What a provider asks for a million tokens, in billionths of a dollar; null where its list says nothing. */
type TokenPrice = { readonly input: bigint | null; readonly output: bigint | null };

type UsedTokens = { readonly inputTokens: bigint; readonly outputTokens: bigint };

const MILLION = 1_000_000n;

/** What tokens cost at a list price, in billionths of a dollar, rounded up; null where one that was used has none. */
export function listCost(
  { inputTokens, outputTokens }: UsedTokens,
  { input, output }: TokenPrice,
): bigint | null {
  if ((input === null && inputTokens > 0n) || (output === null && outputTokens > 0n)) return null;
  const total = inputTokens * (input ?? 0n) + outputTokens * (output ?? 0n);
  return (total + MILLION - 1n) / MILLION;
}
