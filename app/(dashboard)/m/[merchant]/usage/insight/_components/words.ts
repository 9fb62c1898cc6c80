/** Every text of Insight in one place, ready for translation. */
import type { Dimension, Figure } from "./insight-query";

export const PAGE = {
  title: "Insight",
  description:
    "What runs, who uses it and what it costs, against the days before. Every mark leads to its logs.",
  range: "Range",
  days: (count: number) => `${count} days`,
  incomplete:
    "So much happened that hours, customers and the most expensive requests are still being counted for some of these days. The other figures are complete.",
  failed: "The figures could not be read",
  failedWhy: "Nothing was changed. If it happens again, look into the server’s log.",
  nothingRan: "Nothing ran in these days.",
} as const;

type FigureWords = {
  /** Of its card. */
  readonly card: string;
  readonly cardTip: string;
  /** Of charts: "Requests per day", "Requests by model". */
  readonly name: string;
  readonly tip: string;
  /** Where none of the days has any. */
  readonly none?: string;
};

const ZONE = "A day is a day of your time zone, the one on which a request was recorded.";

export const FIGURE_WORDS: Record<Figure, FigureWords> = {
  requests: {
    card: "Requests",
    cardTip: "Recorded requests of customers and guests, failed ones among them.",
    name: "Requests",
    tip: ZONE,
  },
  credits: {
    card: "Credits",
    cardTip: "What requests cost, whoever paid: balances, quotas or nobody.",
    name: "Credits",
    tip: "What requests cost, whoever paid.",
  },
  tokens: {
    card: "Tokens",
    cardTip: "Tokens of all kinds.",
    name: "Tokens",
    tip: "Tokens of all kinds.",
  },
  customers: {
    card: "Customers",
    cardTip: "Different customers who sent at least one request. Guests are not in it.",
    name: "Customers",
    tip: "Different customers of each day. Who came on several days counts on each of them.",
  },
  failures: {
    card: "Failure rate",
    cardTip: "The share of requests that brought an error in one of their messages.",
    name: "Failure rate",
    tip: "Of a hundred requests, how many brought an error in one of their messages.",
    none: "No request failed in these days.",
  },
  refusals: {
    card: "Refused",
    cardTip:
      "Requests that were refused before they ran: no credits or quota left, access disabled, or no price. Nothing ran, so they have no log and are not among the requests.",
    name: "Refused requests",
    tip: "Requests that were refused before they ran, by the reason they were given. They have no logs.",
    none: "No request was refused in these days.",
  },
};

/** Why requests were refused, by the code of the problem. */
export const REFUSAL_WORDS: Readonly<Record<string, string>> = {
  insufficient_credits: "No credits left",
  quota_exceeded: "Guest quota used up",
  access_disabled: "Access disabled",
  unpriced: "No price",
};

export const perDay = (name: string) => `${name} per day`;
export const byPart = (name: string, by: Dimension) => `${name} by ${by}`;

export const DIMENSION_WORDS: Record<Dimension, string> = {
  module: "Module",
  model: "Model",
  bot: "Bot",
  customer: "Customer",
  store: "Store",
};

/** What a row of a breakdown is called where it has no id. */
export const NOTHING_NAMED: Record<Dimension, string> = {
  module: "No module",
  model: "No model",
  bot: "No bot",
  customer: "Guests",
  store: "No store",
};

export const PARTS = {
  by: "By",
  tip: "The figures of the range, each one's share of all, and the change against the range before.",
  rateTip: "Failed requests among all of each, and the change in percentage points against the range before.",
  failedOf: (failed: string, all: string) => `${failed} of ${all}`,
  failed: "Failed",
} as const;

export const TREND = {
  same: "as before",
  onBefore: (change: string) => `${change} on before`,
} as const;

export const HOURS = {
  title: "When requests come",
  noun: "requests",
  tip: (zone: string) =>
    `Weekday and hour in ${zone}, all of the range together. A field opens the latest such hour.`,
} as const;

export const DEAREST = {
  title: "Most expensive requests",
  description: "The dearest of the range. Each opens its log.",
  empty: "No request cost anything in these days",
  emptyMore: "The dearest ones show here.",
  guest: "Guest",
  time: "Time",
  who: "Who",
  module: "Module",
  model: "Model",
  units: "Units",
  unitsTip: "Tokens, and one for each image and video. Sound is priced by the minute and has none.",
  credits: "Credits",
} as const;
