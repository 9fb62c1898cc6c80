/** What requests of an operation usually are: the busiest kind of them lately, with the tokens one uses on average. */
export type TypicalRequest = {
  readonly operation: string;
  readonly module: string;
  readonly bot: string | null;
  readonly provider: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
};
