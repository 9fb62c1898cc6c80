import { describe, expect, it } from "vitest";
import { dueAfter, Slots } from "./pace";
import { progressText } from "./progress-bar";

describe("dueAfter", () => {
  it("divides the trace's own time by the speed", () => {
    expect(dueAfter(1_000, new Date(61_000), 1)).toBe(60_000);
    expect(dueAfter(1_000, new Date(61_000), 10)).toBe(6_000);
  });
});

describe("Slots", () => {
  it("never runs more than its limit, and waits for all", async () => {
    const slots = new Slots(3);
    let [running, most, ended] = [0, 0, 0];
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      ended += 1;
    };

    for (let index = 0; index < 20; index += 1) await slots.start(task);
    await slots.idle();

    expect([most, ended]).toEqual([3, 20]);
  });
});

describe("progressText", () => {
  it("tells rows, share, speed and what is left", () => {
    expect(progressText(50, 200, 10)).toContain("50/200 rows, 25 %, 5 rows/s, 30 s left");
    expect(progressText(0, 0, 0)).toContain("0/0 rows, 100 %");
  });
});
