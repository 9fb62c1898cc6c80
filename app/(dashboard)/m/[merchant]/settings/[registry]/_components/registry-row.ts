/** A store, module, bot or form as the screen shows it. */
export type RegistryRow = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  /** A store's address. */
  readonly url: string | null;
  /** A bot's or form's module. */
  readonly module: string | null;
  /** Requests that named it in the last 30 days; null where that is not counted. */
  readonly requests: number | null;
};
