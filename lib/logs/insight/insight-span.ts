import { spanOfRange } from "../core/day-span";
import { addDays, countDays } from "../core/days";
import { type Asker, requireTimeZone, storeFor } from "../log-selection";
import { NO_BOT } from "../schemas";
import type { InsightSpan } from "./insight.repo";
import { type InsightInput, insightInput } from "./insight-input";

type Wanted = {
  readonly span: InsightSpan;
  readonly timeZone: string;
  readonly by: NonNullable<InsightInput["by"]>;
};

/**
 * What an insight is asked about: days of the merchant's zone, as many just before them, and what narrows them. An
 * actor bound to a store sees that store alone; asking for another throws `forbidden`.
 */
export async function insightSpanOf(asker: Asker, input: InsightInput): Promise<Wanted> {
  const { range = "30d", from, to, by = "day", ...filters } = insightInput.parse(input);
  const timeZone = await requireTimeZone(asker);
  const days = from && to ? { from, to } : spanOfRange(range, asker.now, timeZone);
  const before = addDays(days.from, -countDays(days.from, days.to));
  return {
    span: { merchantId: asker.merchantId, before, ...days, only: onlyOf(asker, filters) },
    timeZone,
    by,
  };
}

type Filters = Pick<InsightInput, "module" | "bot" | "store" | "provider" | "model">;

function onlyOf(asker: Asker, { module, bot, store, provider, model }: Filters): InsightSpan["only"] {
  return {
    module: module ?? null,
    bot: bot === NO_BOT ? "" : (bot ?? null),
    store: storeFor(asker, store ?? null),
    provider: provider ?? null,
    model: model ?? null,
  };
}

/** Whether nothing narrows: the roll-ups of customers and of the dearest requests know no filters. */
export function isUnfiltered({ only }: InsightSpan): boolean {
  return Object.values(only).every((value) => value === null);
}
