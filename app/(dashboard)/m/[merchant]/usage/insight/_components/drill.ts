import { NO_BOT } from "@/lib/logs/schemas";
import type { Dimension, Figure, InsightQuery } from "./insight-query";

type Params = Readonly<Record<string, string>>;

function addressOf(merchant: string, place: string, params: Params): string {
  return `/m/${merchant}/usage/${place}?${new URLSearchParams(params)}`;
}

/** The page in another state. */
export function insightHref(merchant: string, { range, by, figure }: InsightQuery): string {
  return addressOf(merchant, "insight", { range, by, figure });
}

/** The list of what a figure counts: failed ones only where failures are counted. */
function only(figure: Figure): Params {
  return figure === "failures" ? { failed: "true" } : {};
}

/** The logs of one day; "{day}" stands for it. What was refused has none. */
export function dayHref(merchant: string, figure: Figure): string | null {
  if (figure === "refusals") return null;
  const rest = new URLSearchParams(only(figure)).toString();
  return `/m/${merchant}/usage/logs?from={day}&to={day}${rest === "" ? "" : `&${rest}`}`;
}

/** The logs of one module, model, bot, customer or store, or of what has none. No store cannot be asked for. */
export function partHref(merchant: string, { range, by, figure }: InsightQuery, id: string): string {
  const part = id === "" ? WITHOUT[by] : { [by]: id };
  return addressOf(merchant, "logs", { range, ...part, ...only(figure) });
}

const WITHOUT: Record<Dimension, Params> = {
  module: {},
  model: {},
  bot: { bot: NO_BOT },
  customer: { guests: "true" },
  store: {},
};

/** The logs between two instants. */
export function spanHref(merchant: string, from: Date, until: Date): string {
  const last = new Date(until.getTime() - 1);
  return addressOf(merchant, "logs", { from: from.toISOString(), to: last.toISOString() });
}
