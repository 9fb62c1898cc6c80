import { z } from "zod";
import { word } from "@/lib/kernel/fields";
import { INSIGHT_PARTS } from "../core/insight";
import { activityDays, requireOneSpan } from "../schemas";

const NOT_BY_CUSTOMER = ["module", "bot", "store", "provider", "model"] as const;

/** A range or two days, what to split by, and values to narrow to. Nothing given is 30 days, by day. */
export const insightInput = z
  .strictObject({
    ...activityDays,
    by: z.enum(INSIGHT_PARTS).optional(),
    module: word(100).optional(),
    /** A bot's id, or "none". */
    bot: word().optional(),
    store: word().optional(),
    provider: word(100).optional(),
    model: word().optional(),
  })
  .superRefine((input, check) => {
    requireOneSpan(input, check);
    if (input.by !== "customer") return;
    for (const path of NOT_BY_CUSTOMER.filter((name) => input[name] !== undefined)) {
      check.addIssue({ code: "custom", path: [path], message: "cannot narrow what is split by customer" });
    }
  });
export type InsightInput = z.input<typeof insightInput>;
