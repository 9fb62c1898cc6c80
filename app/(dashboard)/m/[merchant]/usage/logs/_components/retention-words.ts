import type { RetentionPreview } from "@/lib/logs";
import { RETENTION_PERIODS, type RetentionPeriod } from "@/lib/logs/schemas";
import { formatPlural } from "@/lib/kernel/format";

const NAMES: Record<RetentionPeriod, string> = {
  "1d": "1 day",
  "3d": "3 days",
  "7d": "7 days",
  "15d": "15 days",
  "30d": "30 days",
  "60d": "60 days",
  "90d": "90 days",
  "6m": "6 months",
  "1y": "1 year",
};

/** The periods to choose from. */
export const PERIOD_OPTIONS = RETENTION_PERIODS.map((value) => ({ value, label: NAMES[value] }));

/** What a run would do now. */
export function previewLine({ contents, logs }: RetentionPreview): string {
  if (contents === 0 && logs === 0) return "A run now would delete nothing.";
  const parts = [
    contents > 0 && `the contents of ${formatPlural(contents, "log")}`,
    logs > 0 && `${formatPlural(logs, "log")} as a whole`,
  ];
  return `A run now would delete ${parts.filter(Boolean).join(", and ")}.`;
}
