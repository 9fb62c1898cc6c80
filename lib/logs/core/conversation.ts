/** A caller's conversation: whose it is, and the log it writes to; `logged` is false once that log was deleted. */
export type Conversation = {
  readonly merchantId: string;
  readonly id: string;
  readonly logId: string;
  readonly subjectId: string;
  readonly logged: boolean;
};
