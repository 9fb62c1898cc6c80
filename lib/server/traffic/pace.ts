import { setTimeout as sleep } from "node:timers/promises";

/** How fast a trace is replayed: as fast as answers come, or at a multiple of its own time. */
export type Speed = "max" | number;

/** Returns a wait that ends when a row of the trace is due. The first row is due at once. */
export function makePace(speed: Speed): (at: Date) => Promise<void> {
  let first: { at: number; sentAt: number } | undefined;
  return async (at) => {
    if (speed === "max") return;
    first ??= { at: at.getTime(), sentAt: performance.now() };
    const wait = dueAfter(first.at, at, speed) - (performance.now() - first.sentAt);
    if (wait > 0) await sleep(wait);
  };
}

/** Milliseconds from the first row's sending to when the row of instant `at` is due. */
export function dueAfter(firstAt: number, at: Date, speed: number): number {
  return (at.getTime() - firstAt) / speed;
}

/** Lets at most `limit` tasks run at a time. */
export class Slots {
  readonly #limit: number;
  readonly #running = new Set<Promise<void>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Waits for a free slot and starts the task in it; its end is not waited for. */
  async start(task: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#limit) await Promise.race(this.#running);
    const running = task().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Resolves when all that was started has ended. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }
}
