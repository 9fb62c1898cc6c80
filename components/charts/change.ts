import { formatShare } from "@/lib/kernel/format";
import { formatFigure } from "./chart-model";

export type Change = {
  readonly direction: "up" | "down" | "same";
  /** "+12.5%", "−4%", "new", "=". */
  readonly short: string;
  /** "12.5% more". */
  readonly label: string;
};

/** How a figure changed against the one before; null when there is nothing to compare with on either side. */
export function changeOf(value: bigint, before: bigint): Change | null {
  if (before === 0n && value === 0n) return null;
  if (before === 0n) return { direction: "up", short: "new", label: "More" };
  if (value === before) return { direction: "same", short: "=", label: "Neither more nor less" };
  const more = value > before;
  const share = formatShare(more ? value - before : before - value, before);
  return more
    ? { direction: "up", short: `+${share}`, label: `${share} more` }
    : { direction: "down", short: `−${share}`, label: `${share} less` };
}

/** How a share changed, in percentage points: "+1.2 pt". Of shares, "+50%" could be either. */
export function pointsOf(value: bigint, before: bigint): Change {
  if (value === before) return { direction: "same", short: "=", label: "Neither more nor less" };
  const more = value > before;
  const points = formatFigure(more ? value - before : before - value, "share").slice(0, -1);
  return more
    ? { direction: "up", short: `+${points} pt`, label: `${points} percentage points more` }
    : { direction: "down", short: `−${points} pt`, label: `${points} percentage points less` };
}
