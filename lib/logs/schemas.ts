import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";
import { instantField, word } from "@/lib/kernel/fields";
import { countDays } from "./core/days";

export { scoreBand, scorePercent } from "./core/score-band";
export type { ScoreBand } from "./core/score-band";

/** Calendar days of the merchant's zone up to and including today. */
export const RANGES = ["7d", "30d", "90d"] as const;
export type Range = (typeof RANGES)[number];

/** The value of the bot filter that means "no bot". */
export const NO_BOT = "none";

const MAX_ACTIVITY_DAYS = 731;
const SENSIBLE_YEAR = /^(19[7-9]\d|2\d{3})-/;

const dayField = z.iso
  .date("must be a day like 2026-11-20")
  .refine((day) => SENSIBLE_YEAR.test(day), "must be a year from 1970 to 2999");

/** An instant, or a whole calendar day of the merchant's zone. */
const momentField = z.union(
  [
    dayField.transform((day) => ({ day })),
    instantField
      .refine(
        (at) => !Number.isNaN(at.getTime()) && SENSIBLE_YEAR.test(at.toISOString()),
        "must be a year from 1970 to 2999",
      )
      .transform((at) => ({ at })),
  ],
  "must be an ISO 8601 instant with an offset, or a day like 2026-11-20",
);
export type Moment = z.output<typeof momentField>;

/** The filters of logs, the same for list, export and delete (design.md §4). `from` and `to` are both included. */
const logFilters = z.strictObject({
  /** Whole words, any case, all of them in one message. */
  search: word(200).optional(),
  module: word(100).optional(),
  /** A bot's id, or "none": logs without a bot. */
  bot: word().optional(),
  store: word().optional(),
  /** The merchant's own id of the customer. */
  customer: word().optional(),
  model: word().optional(),
  provider: word(100).optional(),
  from: momentField.optional(),
  to: momentField.optional(),
});
export type LogFilters = z.output<typeof logFilters>;

/** What the list of logs takes, from a query string or a page. `range` is a page's way of saying from and to. */
export const listLogsInput = pageQuery.extend({ ...logFilters.shape, range: z.enum(RANGES).optional() });
export type ListLogsInput = z.input<typeof listLogsInput>;

/** A range up to today, or two calendar days, both included. Nothing given is 30 days. */
export const activityInput = z
  .strictObject({
    range: z.enum(RANGES).optional(),
    from: dayField.optional(),
    to: dayField.optional(),
  })
  .superRefine(({ range, from, to }, check) => {
    const problem = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    if (range && (from ?? to)) problem("range", "give either a range or from and to");
    if (!from !== !to) problem(from ? "to" : "from", "give from and to together");
    if (!from || !to) return;
    const days = countDays(from, to);
    if (days < 1) problem("to", "must not be before from");
    if (days > MAX_ACTIVITY_DAYS)
      problem("to", `must be at most ${MAX_ACTIVITY_DAYS} days from the first day`);
  });
export type ActivityInput = z.input<typeof activityInput>;
