import type { Worth } from "@/lib/commerce/core";
import { formatCount, formatCredits } from "@/lib/kernel/format";
import { WORTH } from "./words";

type Nouns = readonly [one: string, many: string];
const NOUNS = new Map<string, { readonly [Per in Worth["per"]]?: Nouns }>(Object.entries(WORTH.nouns));

/** "About 333 chat requests", "Less than 1 video", "chat requests: costs nothing". */
export function worthLine(worth: Worth): string {
  const [one, many] = nounsOf(worth);
  if (worth.count === null) return `${WORTH.free}: ${many}`;
  if (worth.count === 0n) return `${WORTH.less} ${one}`;
  return `${WORTH.about(formatCount(worth.count))} ${worth.count === 1n ? one : many}`;
}

function nounsOf({ operation, per }: Worth): Nouns {
  const known = NOUNS.get(operation)?.[per];
  if (known) return known;
  const [one, many] = WORTH.units[per];
  return NOUNS.has(operation) ? [one, many] : [`${one} (${operation})`, `${many} (${operation})`];
}

/** What the figure supposes: price of one, model, tokens. */
export function basisLine({ cost, basis }: Worth): string {
  const model = basis.model ?? WORTH.anyModel;
  const tokens = WORTH.tokens(formatCount(basis.inputTokens), formatCount(basis.outputTokens));
  return [
    `${formatCredits(cost)} ${WORTH.at}`,
    basis.provider === null ? model : `${basis.provider} ${model}`,
    ...(basis.tokens === "none" ? [] : [`${WORTH[basis.tokens]} ${tokens}`]),
    ...(basis.rule === null ? [WORTH.unpriced] : []),
  ].join(" · ");
}
