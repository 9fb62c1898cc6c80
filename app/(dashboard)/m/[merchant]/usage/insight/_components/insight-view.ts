import type { Dimension } from "./insight-query";

/** What one thing used. Tokens are the units of the ledger: tokens of all kinds, images and videos. */
export type Figures = {
  readonly requests: bigint;
  readonly credits: bigint;
  readonly tokens: bigint;
  readonly failures: bigint;
};

export type Day = Figures & { readonly day: string; readonly customers: bigint };

/** One module, model, bot, customer or store, and what it used in the range and in the one before. */
export type Part = {
  readonly id: string;
  readonly label: string;
  readonly now: Figures;
  readonly before: Figures;
};

/** One hour of one weekday over the whole range. */
export type Hour = { readonly weekday: number; readonly hour: number; readonly requests: bigint };

export type DearRequest = {
  readonly logId: string;
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
  readonly days: readonly Day[];
  readonly daysBefore: readonly Day[];
  /** Different customers over the whole range: fewer than the sum of its days. */
  readonly customers: bigint;
  readonly customersBefore: bigint;
  readonly by: Dimension;
  readonly parts: readonly Part[];
  readonly hours: readonly Hour[];
  readonly dearest: readonly DearRequest[];
};
