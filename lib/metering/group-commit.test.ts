import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { GroupCommit } from "./group-commit";

type Group = {
  items: readonly number[];
  decided: () => void;
  answer: () => void;
  fail: (error: Error) => void;
};

/** A settler whose groups the test decides, answers and fails by hand. */
function byHand() {
  const groups: Group[] = [];
  const commit = new GroupCommit<number, number>(
    (items, decided) =>
      new Promise((resolve, reject) =>
        groups.push({ items, decided, answer: () => resolve(items.map((item) => item * 10)), fail: reject }),
      ),
  );
  return { groups, commit, sizes: () => groups.map((group) => group.items.length) };
}

/** Long enough for a group to form and be handed over. */
const turn = async () => {
  for (let turns = 0; turns < 3; turns += 1) await setImmediate();
};

describe("GroupCommit", () => {
  it("settles together what comes in one turn, and answers each", async () => {
    const { groups, commit } = byHand();
    const answers = Promise.all([1, 2, 3].map((item) => commit.submit(item)));
    await turn();
    expect(groups.map((group) => group.items)).toEqual([[1, 2, 3]]);
    groups[0]?.answer();
    expect(await answers).toEqual([10, 20, 30]);
  });

  it("lets others wait while a group is decided, and takes them together once it is", async () => {
    const { groups, commit, sizes } = byHand();
    void commit.submit(1);
    await turn();
    void commit.submit(2);
    void commit.submit(3);
    await turn();
    expect(sizes()).toEqual([1]);
    groups[0]?.decided();
    await turn();
    expect(sizes()).toEqual([1, 2]);
  });

  it("has at most two groups in flight, however often they say that they are decided", async () => {
    const { groups, commit, sizes } = byHand();
    for (const item of [1, 2, 3]) {
      void commit.submit(item);
      await turn();
      groups.at(-1)?.decided();
      groups.at(-1)?.decided();
      await turn();
    }
    expect(sizes()).toEqual([1, 1]);
    groups[0]?.answer();
    await turn();
    expect(sizes()).toEqual([1, 1, 1]);
  });

  it("goes on after a group that failed, and after one that never said it was decided", async () => {
    const { groups, commit, sizes } = byHand();
    const failing = commit.submit(1);
    await turn();
    const waiting = commit.submit(2);
    groups[0]?.fail(new Error("the database went away"));
    await expect(failing).rejects.toThrow("went away");
    await turn();
    groups[1]?.answer();
    expect(await waiting).toBe(20);
    void commit.submit(3);
    await turn();
    expect(sizes()).toEqual([1, 1, 1]);
  });

  it("takes at most a thousand at once", async () => {
    const { commit, sizes } = byHand();
    for (let item = 0; item < 1_500; item += 1) void commit.submit(item);
    await turn();
    expect(sizes()).toEqual([1_000]);
  });
});
