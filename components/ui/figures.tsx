"use client";

import { formatCount, formatCredits, isExactAt } from "@/lib/kernel/format";
import { formatInstant, formatInstantInFull, formatRelative } from "@/lib/kernel/format-time";
import { useDisplay, useNow } from "./display";

type CreditsProps = {
  /** Micro-credits. */
  micros: bigint;
  /** A change: its sign is always shown, and what comes in is green. */
  sign?: boolean;
  /** Overrides the precision of the display. */
  places?: number;
};

/** An amount of credits. When the precision of the display hides something, the exact figure is in the tip. */
export function Credits({ micros, sign = false, places }: CreditsProps) {
  const display = useDisplay();
  const shown = places ?? display.creditPlaces;
  const tip = isExactAt(micros, shown) ? undefined : `Exactly ${formatCredits(micros, { sign })} credits`;
  const tone = sign && micros > 0n ? "credit" : undefined;
  return (
    <span className="tg-num tg-credits" data-tone={tone} data-tip={tip}>
      {formatCredits(micros, { sign, places: shown })}
    </span>
  );
}

/** A whole number with grouped digits. */
export function Count({ value }: { value: number | bigint }) {
  return <span className="tg-num">{formatCount(value)}</span>;
}

/** An instant, short in the text; day, seconds, zone and distance in the tip. */
export function Instant({ at }: { at: Date }) {
  const { timeZone } = useDisplay();
  const now = useNow();
  const full = formatInstantInFull(at, timeZone);
  return (
    <time
      className="tg-num"
      dateTime={at.toISOString()}
      data-tip={now ? `${full} · ${formatRelative(at, now)}` : full}
    >
      {formatInstant(at, timeZone, now ?? at)}
    </time>
  );
}
