/** A mail as a transport takes it. */
export type Outgoing = {
  readonly id: string;
  /** When it was asked for, ISO 8601. */
  readonly at: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly replyTo?: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

export type Transport = (mail: Outgoing) => Promise<void>;
