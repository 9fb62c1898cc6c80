import { NO_BOT } from "@/lib/logs/schemas";
import type { Dimension, Figure, InsightQuery } from "./insight-query";

type Params = Readonly<Record<string, string>>;

function addressOf(merchant: string, place: string, params: Params): string {
  return `/m/${merchant}/usage/${place}?${new URLSearchParams(params)}`;
}

/** The page with another figure in its charts. */
export function cardHref(merchant: string, { range, by }: InsightQuery, figure: Figure): string {
  return addressOf(merchant, "insight", { range, by, figure });
}

/** The list of what a figure counts: failed ones only where failures are counted. */
function only(figure: Figure): Params {
  return figure === "failures" ? { failed: "true" } : {};
}

/** The logs of one day; "{day}" stands for it. */
export function dayHref(merchant: string, figure: Figure): string {
  const rest = new URLSearchParams(only(figure)).toString();
  return `/m/${merchant}/usage/logs?from={day}&to={day}${rest === "" ? "" : `&${rest}`}`;
}

/** The logs of one module, model, bot, customer or store. What has no bot is listed as such; no store cannot be. */
export function partHref(merchant: string, query: InsightQuery, id: string): string {
  const { range, by, figure } = query;
  const value = by === "bot" && id === "" ? NO_BOT : id;
  return addressOf(merchant, "logs", { range, ...(value === "" ? {} : { [by]: value }), ...only(figure) });
}

/** The logs between two instants. */
export function spanHref(merchant: string, from: Date, until: Date): string {
  const last = new Date(until.getTime() - 1);
  return addressOf(merchant, "logs", { from: from.toISOString(), to: last.toISOString() });
}

/** What a row of a breakdown is called where it has no id. */
export const NOTHING_NAMED: Record<Dimension, string> = {
  module: "No module",
  model: "No model",
  bot: "No bot",
  customer: "Guests",
  store: "No store",
};
