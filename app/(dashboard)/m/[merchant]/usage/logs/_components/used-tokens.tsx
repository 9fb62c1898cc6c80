import { formatCount, formatPlural } from "@/lib/kernel/format";
import { formatDuration } from "@/lib/kernel/format-time";
import type { UsageCounts } from "@/lib/logs";
import { MESSAGE } from "./words";

/** What a request used, kind by kind; kinds that used nothing are left out. */
export function UsedTokens({ usage }: { usage: UsageCounts }) {
  const tokens = TOKEN_KINDS.flatMap(({ key, kind }) =>
    usage[key] > 0n ? [`${formatCount(usage[key])} ${kind}`.trimEnd()] : [],
  );
  const parts = [
    ...(tokens.length > 0 ? [`${tokens.join(" + ")} ${MESSAGE.tokens}`] : []),
    ...(usage.images > 0 ? [formatPlural(usage.images, "image")] : []),
    ...(usage.videos > 0 ? [formatPlural(usage.videos, "video")] : []),
    ...(usage.millis > 0n ? [formatDuration(Number(usage.millis))] : []),
  ];
  return (
    <span className="tg-num tg-quiet">{parts.length === 0 ? MESSAGE.nothingUsed : parts.join(" · ")}</span>
  );
}

const TOKEN_KINDS = [
  { key: "inputTokens", kind: MESSAGE.input },
  { key: "cachedInputTokens", kind: MESSAGE.cachedInput },
  { key: "cacheWriteTokens", kind: MESSAGE.cacheWrite },
  { key: "outputTokens", kind: MESSAGE.output },
  { key: "reasoningTokens", kind: MESSAGE.reasoning },
  { key: "totalTokens", kind: "" },
] as const;
