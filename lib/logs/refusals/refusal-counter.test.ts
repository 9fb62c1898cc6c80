import { describe, expect, it } from "vitest";
import { type CountedRefusal, type Refusal, RefusalCounter } from "./refusal-counter";

const refusal = (over: Partial<Refusal> = {}): Refusal => ({
  merchantId: "m",
  module: "chatbot",
  provider: "openai",
  model: "gpt-4o",
  bot: null,
  store: null,
  code: "insufficient_credits",
  at: new Date("2026-11-21T10:07:30Z"),
  ...over,
});

/** A counter whose writes are kept, and fail while `broken`. */
function makeCounter(mostKinds = 100) {
  const state = { broken: false, written: new Array<CountedRefusal>(), failures: 0 };
  const counter = new RefusalCounter({
    write: async (counted) => {
      if (state.broken) throw new Error("no database");
      state.written.push(...counted);
    },
    failed: () => {
      state.failures += 1;
    },
    pauseMillis: 60_000,
    mostKinds,
  });
  return { counter, state };
}

describe("the counter of refusals", () => {
  it("adds up refusals of one kind and quarter of an hour, and writes each once", async () => {
    const { counter, state } = makeCounter();
    counter.count(refusal());
    counter.count(refusal({ at: new Date("2026-11-21T10:14:59Z") }));
    counter.count(refusal({ code: "unpriced" }));
    counter.count(refusal({ at: new Date("2026-11-21T10:15:00Z") }));
    await counter.flush();
    await counter.flush();

    expect(state.written.map(({ code, count, at }) => [code, count, at.toISOString()])).toEqual([
      ["insufficient_credits", 2, "2026-11-21T10:00:00.000Z"],
      ["unpriced", 1, "2026-11-21T10:00:00.000Z"],
      ["insufficient_credits", 1, "2026-11-21T10:15:00.000Z"],
    ]);
  });

  it("keeps what could not be written for the next time, up to so many kinds", async () => {
    const { counter, state } = makeCounter(2);
    state.broken = true;
    counter.count(refusal());
    await counter.flush();
    counter.count(refusal());
    counter.count(refusal({ module: "ai_forms" }));
    counter.count(refusal({ module: "assistant" }));
    state.broken = false;
    await counter.flush();

    expect(state.failures).toBe(1);
    expect(state.written.map(({ module, count }) => [module, count])).toEqual([
      ["chatbot", 2],
      ["ai_forms", 1],
    ]);
  });

  it("writes by itself a moment later", async () => {
    const written = new Promise<number>((resolve) => {
      const counter = new RefusalCounter({
        write: async (counted) => resolve(counted.length),
        failed: () => {},
        pauseMillis: 1,
        mostKinds: 10,
      });
      counter.count(refusal());
    });
    expect(await written).toBe(1);
  });
});
