import { formatCount, formatCredits, formatShare } from "@/lib/kernel/format";
import { MICROS_PER_CREDIT } from "@/lib/kernel/micros";

/** A colour with a meaning, or a place in the colour-blind-safe series, which is used in its order. */
export type ChartTone =
  "credit" | "debit" | "quota" | "held" | "refused" | "unpriced" | 1 | 2 | 3 | 4 | 5 | 6;

export type ChartSeries = {
  /** The key in `values`. */
  readonly key: string;
  readonly label: string;
  readonly tone: ChartTone;
};

/** One calendar day ("2026-11-21") with an exact figure per series: micro-credits, or plain counts. */
export type DayPoint = { readonly day: string; readonly values: Readonly<Record<string, bigint>> };

/** What the figures are. `credits` come as micro-credits, a `share` as `shareOf` makes it. */
export type ChartUnit = "credits" | "count" | "share";

/** A whole, in the parts that a share counts: fine enough that no share is rounded twice. */
const WHOLE = 1_000_000_000n;
const PERCENT = Number(WHOLE) / 100;

/** A part of a whole as a figure of unit `share`; of nothing it is 0. */
export function shareOf(part: bigint, whole: bigint): bigint {
  return whole <= 0n ? 0n : (part * WHOLE) / whole;
}

/** The colour of a tone, for CSS and SVG. */
export function toneColour(tone: ChartTone): string {
  return typeof tone === "number" ? `var(--tg-series-${tone})` : `var(--tg-${tone}-mark)`;
}

/** The exact figure, as tooltips and tables write it. */
export function formatFigure(value: bigint, unit: ChartUnit): string {
  if (unit === "share") return formatShare(value, WHOLE);
  return unit === "credits" ? formatCredits(value) : formatCount(value);
}

/** A figure as a length on the axis. Only drawing goes through a float; whatever is read stays exact. */
export function toLength(value: bigint, unit: ChartUnit): number {
  if (unit === "count") return Number(value);
  if (unit === "share") return Number(value) / PERCENT;
  return Number((value * 1_000n) / MICROS_PER_CREDIT) / 1_000;
}

export function valueOf(point: DayPoint, key: string): bigint {
  return point.values[key] ?? 0n;
}

/** The sum over all series of a day. */
export function totalOf(point: DayPoint, series: readonly ChartSeries[]): bigint {
  return series.reduce((sum, { key }) => sum + valueOf(point, key), 0n);
}

const SCALES = [
  { from: 1e9, by: 1e9, suffix: "B" },
  { from: 1e6, by: 1e6, suffix: "M" },
  { from: 1e4, by: 1e3, suffix: "k" },
];

/** A round axis mark, kept short: 1500 → "1,500", 25000 → "25k", 2500000 → "2.5M"; a share "12.5%". */
export function formatTick(length: number, unit: ChartUnit = "count"): string {
  if (unit === "share") return `${length.toLocaleString("en-US", { maximumFractionDigits: 2 })}%`;
  const scale = SCALES.find(({ from }) => length >= from);
  if (!scale) return length.toLocaleString("en-US", { maximumFractionDigits: 3 });
  return `${(length / scale.by).toLocaleString("en-US", { maximumFractionDigits: 1 })}${scale.suffix}`;
}
