import { creditsToString, MICROS_PER_CREDIT } from "@/lib/kernel/micros";
import { remembered } from "@/lib/kernel/remembered";

export type InstantStyle = "instant" | "day" | "weekday" | "month";

/** How each kind of instant is written: by the server, and by `public/portal.js` in the visitor's own zone. */
export const INSTANT_STYLES: Record<InstantStyle, Intl.DateTimeFormatOptions> = {
  instant: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  day: { day: "numeric", month: "short", year: "numeric" },
  weekday: {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  month: { month: "long", year: "numeric" },
};

/** How figures and instants are written in one language and zone. */
export type Format = {
  readonly locale: string;
  readonly timeZone: string;
  /** Exact, with grouped digits: "1,204.5". */
  credits(amount: bigint): string;
  /** The same with its sign: "+500", "−2". */
  change(amount: bigint): string;
  count(value: number | bigint): string;
  instant(at: Date, style?: InstantStyle): string;
  /** A calendar day ("2026-11-21"), of no zone. */
  day(day: string): string;
  /** How far away: "in 5 hours". */
  relative(at: Date, now: Date): string;
  /** "one" or "other", as the language counts an amount. */
  plural(amount: bigint): Intl.LDMLPluralRule;
};

const MINUS = "−";

const styled = remembered(
  (locale: string, timeZone: string, style: InstantStyle) =>
    new Intl.DateTimeFormat(locale, { ...INSTANT_STYLES[style], timeZone }),
);

/** The mark between whole numbers and their decimals. */
export const decimalPoint = remembered(
  (locale: string) =>
    new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".",
);

/** The writer of a language ("en", "de") and an IANA zone. */
export const formatOf = remembered((locale: string, timeZone: string): Format => {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const point = decimalPoint(locale);
  const rules = new Intl.PluralRules(locale);
  const distance = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const days = new Intl.DateTimeFormat(locale, { timeZone: "UTC", day: "numeric", month: "short" });

  const unsigned = (amount: bigint) => {
    const [, fraction] = creditsToString(amount).split(".");
    return `${whole.format(amount / MICROS_PER_CREDIT)}${fraction === undefined ? "" : `${point}${fraction}`}`;
  };
  const credits = (amount: bigint) => (amount < 0n ? `${MINUS}${unsigned(-amount)}` : unsigned(amount));
  return {
    locale,
    timeZone,
    credits,
    change: (amount) => (amount > 0n ? `+${credits(amount)}` : credits(amount)),
    count: (value) => whole.format(value),
    instant: (at, style = "instant") => styled(locale, timeZone, style).format(at),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    relative: (at, now) => relativeTo(distance, at.getTime() - now.getTime()),
    plural: (amount) => (amount === MICROS_PER_CREDIT ? rules.select(1) : rules.select(2)),
  };
});

const MINUTE = 60_000;
/** From `millis` on a distance is told in this unit, of which each has `size`. */
const STEPS = [
  { unit: "year", millis: 730 * 86_400_000, size: 365.25 * 86_400_000 },
  { unit: "month", millis: 60 * 86_400_000, size: 30.44 * 86_400_000 },
  { unit: "day", millis: 86_400_000, size: 86_400_000 },
  { unit: "hour", millis: 3_600_000, size: 3_600_000 },
  { unit: "minute", millis: MINUTE, size: MINUTE },
] as const;

function relativeTo(distance: Intl.RelativeTimeFormat, millis: number): string {
  const size = Math.max(Math.abs(millis), MINUTE);
  const step = STEPS.find((each) => size >= each.millis) ?? STEPS[4];
  return distance.format(Math.round((Math.sign(millis) * size) / step.size), step.unit);
}
