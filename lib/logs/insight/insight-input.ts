import { z } from "zod";
import { word } from "@/lib/kernel/fields";
import { countDays } from "../core/days";
import { INSIGHT_PARTS } from "../core/insight";
import { dayField, RANGES } from "../fields";

const MAX_DAYS = 731;

const days = {
  range: z.enum(RANGES).optional(),
  from: dayField.optional(),
  to: dayField.optional(),
};

type Days = z.output<z.ZodObject<typeof days>>;
type Issue = { readonly path: string; readonly message: string };

/** What is wrong with a period, if anything. */
function problemsOf({ range, from, to }: Days): Issue[] {
  if (range && (from ?? to)) return [{ path: "range", message: "give either a range or from and to" }];
  if (!from !== !to) return [{ path: from ? "to" : "from", message: "give from and to together" }];
  if (!from || !to) return [];
  const length = countDays(from, to);
  if (length < 1) return [{ path: "to", message: "must not be before from" }];
  if (length <= MAX_DAYS) return [];
  return [{ path: "to", message: `must be at most ${MAX_DAYS} days from the first day` }];
}

function report(issues: readonly Issue[], check: z.RefinementCtx): void {
  for (const { path, message } of issues) check.addIssue({ code: "custom", path: [path], message });
}

/** A range up to today, or two calendar days, both included. Nothing given is 30 days. */
export const activityInput = z
  .strictObject(days)
  .superRefine((input, check) => report(problemsOf(input), check));
export type ActivityInput = z.input<typeof activityInput>;

const narrowing = {
  module: word(100).optional(),
  /** A bot's id, or "none". */
  bot: word().optional(),
  store: word().optional(),
  provider: word(100).optional(),
  model: word().optional(),
};
const NARROWING = ["module", "bot", "store", "provider", "model"] as const;

/** A period, what to split by, and values to narrow to. Nothing given is 30 days, by day. */
export const insightInput = z
  .strictObject({ ...days, by: z.enum(INSIGHT_PARTS).optional(), ...narrowing })
  .superRefine((input, check) => {
    const narrowed = input.by === "customer" ? NARROWING.filter((name) => input[name] !== undefined) : [];
    const message = "cannot narrow what is split by customer";
    report([...problemsOf(input), ...narrowed.map((path) => ({ path, message }))], check);
  });
export type InsightInput = z.input<typeof insightInput>;
