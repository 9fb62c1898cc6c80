import { formatCount, formatShare } from "@/lib/kernel/format";
import { formatFigure } from "./chart-model";

export type Change = {
  readonly direction: "up" | "down" | "same";
  /** "+12.5%", "−4%", "55×", "new", "=". */
  readonly short: string;
  /** "12.5% more". */
  readonly label: string;
};

/** There was nothing before. */
const NEW = "new";

/** From so many times as much on, per cent say nothing to anybody. */
const MANY = 10n;

/** How a figure changed against the one before; null when there is nothing to compare with on either side. */
export function changeOf(value: bigint, before: bigint): Change | null {
  if (before === 0n && value === 0n) return null;
  if (before === 0n) return { direction: "up", short: NEW, label: "More" };
  if (value === before) return { direction: "same", short: "=", label: "Neither more nor less" };
  if (value >= before * MANY) {
    const times = formatCount(value / before);
    return { direction: "up", short: `${times}×`, label: `${times} times as much` };
  }
  const more = value > before;
  const share = formatShare(more ? value - before : before - value, before);
  return more
    ? { direction: "up", short: `+${share}`, label: `${share} more` }
    : { direction: "down", short: `−${share}`, label: `${share} less` };
}

/** A change with what it is against: "+4% on before". What is new has nothing to be against. */
export function saidAgainst({ short }: Change, say: (short: string) => string): string {
  return short === NEW ? NEW : say(short);
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
