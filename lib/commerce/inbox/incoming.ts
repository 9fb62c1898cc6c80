/** A webhook request as it came. */
export type Incoming = {
  readonly headers: Headers;
  /** The very bytes: a signature is over these. */
  readonly body: Uint8Array;
};

/** What a request is once its signature has been found good. */
export type Verified = {
  /** The same delivery has the same one. */
  readonly externalId: string;
  readonly topic: string;
  /** What it is about, for people. */
  readonly subject: string | null;
  /** Headers worth keeping. */
  readonly kept: Readonly<Record<string, string>>;
};
