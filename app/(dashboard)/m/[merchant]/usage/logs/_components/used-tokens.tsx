import { formatCount, formatPlural } from "@/lib/kernel/format";
import { formatDuration } from "@/lib/kernel/format-time";
import type { UsageCounts } from "@/lib/logs";

/** What a request used, kind by kind; kinds that used nothing are left out. */
export function UsedTokens({ usage }: { usage: UsageCounts }) {
  const parts = [
    ...tokens(usage.inputTokens, "input"),
    ...tokens(usage.cachedInputTokens, "cached input"),
    ...tokens(usage.cacheWriteTokens, "cache write"),
    ...tokens(usage.outputTokens, "output"),
    ...tokens(usage.reasoningTokens, "reasoning"),
    ...tokens(usage.totalTokens, "in all"),
    ...(usage.images > 0 ? [formatPlural(usage.images, "image")] : []),
    ...(usage.videos > 0 ? [formatPlural(usage.videos, "video")] : []),
    ...(usage.millis > 0n ? [formatDuration(Number(usage.millis))] : []),
  ];
  return <span className="tg-num tg-quiet">{parts.length === 0 ? "Nothing used" : parts.join(" · ")}</span>;
}

function tokens(count: bigint, kind: string): string[] {
  return count > 0n ? [`${formatCount(count)} ${kind}`] : [];
}
