import { NO_USAGE, type Usage } from "./usage";

/** What requests of one usage type consume on average, and whether that is known or taken for granted. */
export type TypicalUsage = {
  readonly usage: Usage;
  /** `traffic`: the merchant's own requests of the last 30 days; `assumed`: a stated guess, for want of any. */
  readonly source: "traffic" | "assumed";
  /** How many requests it is the average of; 0 when assumed. */
  readonly requests: bigint;
};

/** The tokens of the worked example: 800 in and 300 out are 2 credits at rates of 1 and 2. */
export const EXAMPLE_TOKENS = { inputTokens: 800, outputTokens: 300 } as const;

/** What a request of this operation is taken to consume while none was seen: the worked example, or one piece. */
export function assumedUsage(operation: string): TypicalUsage {
  return { usage: assumed(operation), source: "assumed", requests: 0n };
}

function assumed(operation: string): Usage {
  switch (operation) {
    case "generate":
    case "edit":
      return { ...NO_USAGE, images: 1 };
    case "video":
      return { ...NO_USAGE, videos: 1 };
    default:
      return { ...NO_USAGE, ...EXAMPLE_TOKENS, milliseconds: 60_000 };
  }
}

/** Sums over requests of one usage type, as the daily figures keep them. */
export type UsageSums = {
  readonly operation: string;
  readonly requests: bigint;
  readonly inputTokens: bigint;
  readonly outputTokens: bigint;
  /** Tokens of all kinds, images and videos. */
  readonly units: bigint;
};

/** The average request, each figure to the nearest whole one. Units that are no tokens are images or videos. */
export function typicalUsage(sums: UsageSums): TypicalUsage {
  if (sums.requests === 0n) return assumedUsage(sums.operation);
  const average = (sum: bigint) =>
    parseInt(((sum * 2n + sums.requests) / (sums.requests * 2n)).toString(), 10);
  const pieces = average(sums.units - sums.inputTokens - sums.outputTokens);
  const tokens = { inputTokens: average(sums.inputTokens), outputTokens: average(sums.outputTokens) };
  return {
    usage: { ...assumed(sums.operation), ...tokens, ...piecesOf(sums.operation, pieces) },
    source: "traffic",
    requests: sums.requests,
  };
}

/** A request that was counted made at least one piece. */
function piecesOf(operation: string, pieces: number): Partial<Usage> {
  const atLeastOne = pieces > 0 ? pieces : 1;
  if (operation === "video") return { videos: atLeastOne };
  return operation === "generate" || operation === "edit" ? { images: atLeastOne } : {};
}
