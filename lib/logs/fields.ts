import { z } from "zod";
import { instantField } from "@/lib/kernel/fields";

/** Calendar days of the merchant's zone up to and including today. */
export const RANGES = ["7d", "30d", "90d"] as const;
export type Range = (typeof RANGES)[number];

const SENSIBLE_YEAR = /^(19[7-9]\d|2\d{3})-/;

/** A calendar day of the merchant's zone. */
export const dayField = z.iso
  .date("must be a day like 2026-11-20")
  .refine((day) => SENSIBLE_YEAR.test(day), "must be a year from 1970 to 2999");

/** An instant, or a whole calendar day of the merchant's zone. */
export const momentField = z.union(
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
