/** One transaction takes at most this many requests. */
const MOST = 1_000;

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Settles requests in groups: those that arrive while a group is being settled form the next one (group commit,
 * design.md §6). A lone request starts at once and waits for nobody; under load the price of a commit is shared.
 */
export class GroupCommit<Item, Result> {
  readonly #settle: (items: readonly Item[]) => Promise<readonly Result[]>;
  #waiting: Waiting<Item, Result>[] = [];
  #busy = false;

  /** `settle` answers each item of a group, in order. When it throws, all of the group are told. */
  constructor(settle: (items: readonly Item[]) => Promise<readonly Result[]>) {
    this.#settle = settle;
  }

  submit(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#busy) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    // What was submitted in the same turn belongs together: a batch of events is one group.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, MOST);
      await this.#settleGroup(group);
    }
    this.#busy = false;
  }

  async #settleGroup(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#settle(group.map((waiting) => waiting.item));
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
