import { AppError } from "@/lib/kernel/errors";

/**
 * What one request consumed, in whole numbers. Token buckets are disjoint: `inputTokens` leaves out cached
 * ones, `outputTokens` leaves out reasoning. `totalTokens` is for callers that know no split, and is
 * ignored as soon as one bucket is given. Time is whole milliseconds.
 */
export type Usage = {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cachedInputTokens: number;
  readonly cacheWriteTokens: number;
  readonly reasoningTokens: number;
  readonly totalTokens: number;
  readonly images: number;
  readonly videos: number;
  readonly milliseconds: number;
};

/** Usage as callers send it: absent or null is zero, and time is seconds with up to three decimal places. */
export type UsageInput = {
  readonly [Count in Exclude<keyof Usage, "milliseconds">]?: number | null | undefined;
} & { readonly seconds?: number | null | undefined };

export const NO_USAGE: Usage = {
  inputTokens: 0,
  outputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  reasoningTokens: 0,
  totalTokens: 0,
  images: 0,
  videos: 0,
  milliseconds: 0,
};

/** Fills the gaps of a caller's usage. Throws `invalid_input` for seconds with more than three places. */
export function usageOf(input: UsageInput): Usage {
  const milliseconds = millisecondsOf(input.seconds ?? 0);
  if (milliseconds === null) {
    const errors = [
      { path: "usage.seconds", message: "Seconds are zero or more, with up to three decimal places." },
    ];
    throw new AppError("invalid_input", "Some fields need attention.", { errors });
  }
  return {
    inputTokens: counted(input.inputTokens),
    outputTokens: counted(input.outputTokens),
    cachedInputTokens: counted(input.cachedInputTokens),
    cacheWriteTokens: counted(input.cacheWriteTokens),
    reasoningTokens: counted(input.reasoningTokens),
    totalTokens: counted(input.totalTokens),
    images: counted(input.images),
    videos: counted(input.videos),
    milliseconds,
  };
}

function counted(count: number | null | undefined): number {
  return count ?? 0;
}

const SECONDS = /^(\d{1,12})(?:\.(\d{1,3}))?$/;

/**
 * Seconds as whole milliseconds, read from the decimal digits, because 1.005 × 1000 is not 1005 in floating
 * point. Null when the number is negative, not finite, or has more than three decimal places.
 */
export function millisecondsOf(seconds: number): number | null {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds < 1e12) return seconds * 1000;
  const match = SECONDS.exec(seconds.toString());
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  return parseInt(whole + fraction.padEnd(3, "0"), 10);
}

/** The tokens of a log line: the sum of the buckets, or the total when there is no split. */
export function tokensOf(usage: Usage): number {
  return splitTokens(usage) || usage.totalTokens;
}

/** The tokens that were given by bucket; 0 means that only a total may be known. */
export function splitTokens(usage: Usage): number {
  return (
    usage.inputTokens +
    usage.outputTokens +
    usage.cachedInputTokens +
    usage.cacheWriteTokens +
    usage.reasoningTokens
  );
}
