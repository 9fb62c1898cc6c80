/** What one thing used. Null is a figure that nobody counts of it. */
export type Figures = {
  readonly requests: bigint;
  readonly credits: bigint;
  readonly tokens: bigint;
  readonly failures: bigint;
  /** Refused before they ran: not among the requests. */
  readonly refusals: bigint | null;
  /** Different customers. */
  readonly customers: bigint | null;
};

type NowAndBefore<Value> = { readonly now: Value; readonly before: Value };

type Day = NowAndBefore<Figures> & { readonly day: string };

/** One module, model, bot, customer or store, and what it used in the range and in the one before. */
export type Part = NowAndBefore<Figures> & {
  /** What a filter calls it; empty where there is none. */
  readonly id: string;
  readonly key: string;
  readonly label: string;
};

/** One hour of one weekday (Monday is 0) over the whole range. */
export type Hour = { readonly weekday: number; readonly hour: number; readonly requests: bigint };

type Refusals = { readonly day: string; readonly code: string; readonly count: bigint };

export type DearRequest = {
  readonly id: string;
  /** Null when the log was deleted. */
  readonly logId: string | null;
  readonly at: Date;
  readonly who: string;
  readonly module: string;
  readonly model: string;
  readonly tokens: bigint;
  readonly cost: bigint;
};

/** Everything the page shows, named for people. */
export type InsightView = {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** False: hours, customers and the dearest requests are still being made for some of the days. */
  readonly complete: boolean;
  readonly days: readonly Day[];
  readonly totals: NowAndBefore<Figures>;
  /** Refused requests of the range by day and code. */
  readonly refusals: readonly Refusals[];
  readonly parts: readonly Part[];
  readonly hours: readonly Hour[];
  readonly dearest: readonly DearRequest[];
};
