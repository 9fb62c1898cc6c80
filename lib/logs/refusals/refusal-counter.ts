/** A request that `authorize` refused, and the code that says why. */
export type Refusal = {
  readonly merchantId: string;
  readonly module: string;
  readonly provider: string;
  readonly model: string;
  readonly bot: string | null;
  readonly store: string | null;
  readonly code: string;
  readonly at: Date;
};

export type CountedRefusal = Refusal & { count: number };

type Options = {
  /** Keeps what was counted. */
  readonly write: (counted: readonly CountedRefusal[]) => Promise<void>;
  /** Is told of what could not be kept. */
  readonly failed: (error: unknown, kinds: number) => void;
  readonly pauseMillis: number;
  /** So many kinds of refusals are remembered; while nothing can be written, further ones are not. */
  readonly mostKinds: number;
};

/** Every zone is a whole number of quarter hours from UTC: refusals of one lie on one day everywhere. */
const QUARTER_MILLIS = 900_000;

/**
 * Counts refusals in memory, a figure for each kind and quarter of an hour, and writes them together a moment later: a
 * refusal costs its request nothing. What cannot be written is tried again with what comes next. A process that is
 * killed loses a moment's counts: they are figures to look at, not credits.
 */
export class RefusalCounter {
  readonly #options: Options;
  #counted = new Map<string, CountedRefusal>();
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    this.#options = options;
  }

  count(refusal: Refusal): void {
    this.#add({ ...refusal, at: quarterOf(refusal.at), count: 1 });
    this.#timer ??= setTimeout(() => void this.flush(), this.#options.pauseMillis).unref();
  }

  /** Resolves once all that was counted before is written, or could not be. Never throws. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  #add(refusal: CountedRefusal): void {
    const key = keyOf(refusal);
    const known = this.#counted.get(key);
    if (known) known.count += refusal.count;
    else if (this.#counted.size < this.#options.mostKinds) this.#counted.set(key, refusal);
  }

  async #write(): Promise<void> {
    const counted = [...this.#counted.values()];
    if (counted.length === 0) return;
    this.#counted = new Map();
    try {
      await this.#options.write(counted);
    } catch (error) {
      for (const refusal of counted) this.#add(refusal);
      this.#options.failed(error, counted.length);
    }
  }
}

function quarterOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / QUARTER_MILLIS) * QUARTER_MILLIS);
}

function keyOf({ merchantId, module, provider, model, bot, store, code, at }: Refusal): string {
  return JSON.stringify([merchantId, module, provider, model, bot, store, code, at.getTime()]);
}
