/**
 * How figures and instants are written for people. Pure: the caller brings the zone and the present.
 * Amounts are written from their integer digits, never through a float. Instants are put together from
 * parts, so that server and browser (which may carry different locale data) write the same text.
 */
import { MICROS_PER_CREDIT } from "./micros";

const LOCALE = "en-US";
const MINUS = "−";
const CREDIT_PLACES = 6;
const wholeNumber = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

export type CreditsFormat = {
  /** Write the sign of a gain too: +500. A change of a balance always shows its sign. */
  readonly sign?: boolean;
  /** Decimal places to round to, 0–6. Without it the amount is exact, with no trailing zeros. */
  readonly places?: number;
};

/** Credits with grouped digits: 1204500000n → "1,204.5", with sign "+1,204.5", negative "−2". */
export function formatCredits(
  micros: bigint,
  { sign = false, places = CREDIT_PLACES }: CreditsFormat = {},
): string {
  const rounded = roundMicros(micros, places);
  const magnitude = rounded < 0n ? -rounded : rounded;
  const fraction = (magnitude % MICROS_PER_CREDIT).toString().padStart(CREDIT_PLACES, "0").replace(/0+$/, "");
  const text = `${wholeNumber.format(magnitude / MICROS_PER_CREDIT)}${fraction ? `.${fraction}` : ""}`;
  if (rounded < 0n) return `${MINUS}${text}`;
  return sign && rounded > 0n ? `+${text}` : text;
}

/** Whether an amount loses nothing when written with so many places; if not, its exact figure belongs beside it. */
export function isExactAt(micros: bigint, places: number): boolean {
  return roundMicros(micros, places) === micros;
}

/** To the nearest unit of 10^-places credits, halves away from zero. For reading only, never for charging. */
function roundMicros(micros: bigint, places: number): bigint {
  const unit = 10n ** BigInt(CREDIT_PLACES - places);
  const magnitude = micros < 0n ? -micros : micros;
  const rounded = ((magnitude + unit / 2n) / unit) * unit;
  return micros < 0n ? -rounded : rounded;
}

/** A whole number with grouped digits: 19366 → "19,366". */
export function formatCount(count: number | bigint): string {
  return count < 0 ? `${MINUS}${wholeNumber.format(-count)}` : wholeNumber.format(count);
}

/** A count with its noun: "1 log", "1,204 logs". */
export function formatPlural(count: number | bigint, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 || count === 1n ? one : many}`;
}

/** A part of a whole in percent with one decimal, from integers: (1n, 8n) → "12.5%"; of nothing: "0%". */
export function formatShare(part: bigint, whole: bigint): string {
  if (whole <= 0n) return "0%";
  const magnitude = ((part < 0n ? -part : part) * 2_000n + whole) / (whole * 2n);
  const tenth = magnitude % 10n;
  const text = `${formatCount(magnitude / 10n)}${tenth === 0n ? "" : `.${tenth}`}%`;
  return part < 0n && magnitude > 0n ? `${MINUS}${text}` : text;
}

/** An id short enough for a cell, its end kept because ids made in a row differ there: "0199a7…3f1c". */
export function shortId(id: string): string {
  return id.length <= 14 ? id : `${id.slice(0, 6)}…${id.slice(-4)}`;
}
