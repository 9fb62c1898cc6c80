import { setImmediate as turn } from "node:timers/promises";

/** One transaction takes at most this many requests. */
const MOST = 1_000;

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/** Groups in flight at once: while one is written, the next is decided. */
const MOST_IN_FLIGHT = 2;

/** Answers each item of a group, in order; calls `decided` once nothing is left but to write. */
export type Settle<Item, Result> = (
  items: readonly Item[],
  decided: () => void,
) => Promise<readonly Result[]>;

/**
 * Settles requests in groups: those that arrive while a group is being decided form the next one (group commit,
 * design.md §6). A lone request starts at once and waits for nobody; under load the price of a commit is shared, and
 * the next group is decided while the last one is written. The database orders groups that move the same wallet.
 */
export class GroupCommit<Item, Result> {
  readonly #settle: Settle<Item, Result>;
  #waiting: Waiting<Item, Result>[] = [];
  #deciding = false;
  #inFlight = 0;

  /** When `settle` throws, all of its group are told. */
  constructor(settle: Settle<Item, Result>) {
    this.#settle = settle;
  }

  submit(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#deciding || this.#waiting.length === 0 || this.#inFlight >= MOST_IN_FLIGHT) return;
    this.#deciding = true;
    this.#inFlight += 1;
    void this.#run();
  }

  async #run(): Promise<void> {
    // What arrives in one turn of the event loop belongs together: a batch's events, and all requests that the sockets
    // hold ready. The first of them would otherwise have a transaction to itself.
    await turn();
    let mine = true;
    const decided = () => {
      if (mine) this.#deciding = false;
      mine = false;
      this.#next();
    };
    await this.#settleGroup(this.#waiting.splice(0, MOST), decided);
    this.#inFlight -= 1;
    decided();
  }

  async #settleGroup(group: readonly Waiting<Item, Result>[], decided: () => void): Promise<void> {
    try {
      const results = await this.#settle(
        group.map((waiting) => waiting.item),
        decided,
      );
      group.forEach((waiting, place) => {
        const result = results[place];
        if (result === undefined) waiting.reject(new Error("A request was left without an answer."));
        else waiting.resolve(result);
      });
    } catch (error) {
      for (const waiting of group) waiting.reject(error);
    }
  }
}
