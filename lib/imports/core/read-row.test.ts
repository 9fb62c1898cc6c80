import { describe, expect, it } from "vitest";
import { guessMapping } from "./import-fields";
import { identified } from "./imported-row";
import { readRow } from "./read-row";

const now = new Date("2026-11-20T12:00:00Z");
const AI_PUFFER = [
  ...["Log ID", "Date", "User", "Source", "Module", "Message count"],
  ...["Token count", "Preview", "Conversation UUID"],
];

function reading(header: string[], cells: string[], timeZone = "UTC") {
  return readRow(cells, { mapping: guessMapping(header), timeZone, now });
}

describe("the columns of a file", () => {
  it("are guessed from what files call them, each taken once", () => {
    expect(guessMapping(AI_PUFFER)).toEqual({
      ...{ id: 0, time: 1, customer: 2, source: 3, module: 4, totalTokens: 6, prompt: 7, conversation: 8 },
    });
    expect(guessMapping(["created_at", "Prompt Tokens", "completion-tokens", "MODEL", "???"])).toEqual({
      ...{ time: 0, inputTokens: 1, outputTokens: 2, model: 3 },
    });
    expect(guessMapping(["user", "user"])).toEqual({ customer: 0 });
  });
});

describe("a row", () => {
  it("of an export is read whole", () => {
    const cells = [
      "17",
      "2026-03-01 10:00:00",
      "ada",
      "widget",
      "chatbot",
      "2",
      "1,204",
      "Where is it?",
      "c-1",
    ];
    expect(reading(AI_PUFFER, cells, "Europe/Berlin")).toMatchObject({
      row: {
        ...{ id: "17", at: new Date("2026-03-01T09:00:00Z"), customer: { id: "ada" }, guest: null },
        ...{
          module: "chatbot",
          operation: "chat",
          provider: "unknown",
          model: "unknown",
          conversation: "c-1",
        },
        ...{ inputTokens: 1204, outputTokens: 0, cost: 0n, prompt: "Where is it?", answer: null },
      },
    });
  });

  it.each([
    ["2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z"],
    ["2026-11-20 10:00:00+02", "2026-11-20T08:00:00Z"],
    ["2026-11-20T10:00:00.5+02:00", "2026-11-20T08:00:00.5Z"],
    ["2026-11-20", "2026-11-20T00:00:00Z"],
    ["1763632800", "2025-11-20T10:00:00Z"],
    ["1763632800123", "2025-11-20T10:00:00.123Z"],
  ])("takes %s for a time", (text, at) => {
    expect(reading(["time"], [text])).toMatchObject({ row: { at: new Date(at) } });
  });

  it.each([
    [["", "1"], "It has no time."],
    [["11/20/2026", "1"], "is no time like"],
    [["2026-13-01", "1"], "is no time like"],
    [["2026-11-21", "1"], "in the future"],
    [["1969-01-01", "1"], "before 1970"],
    [["2026-11-01", "many"], "is no whole number"],
    [["2026-11-01", "-5"], "is no whole number"],
  ])("%j is not brought in, and says why", (cells, wrong) => {
    expect(reading(["time", "tokens"], cells)).toMatchObject({ wrong: expect.stringContaining(wrong) });
  });

  it("without an id gets the same one whenever it is read, and another when a cell differs", () => {
    const idOf = (cells: string[]) => {
      const read = reading(["time", "tokens"], cells);
      return "row" in read ? identified(read.row, cells).id : "";
    };
    expect(idOf(["2026-11-01", "1"])).toBe(idOf(["2026-11-01", "1"]));
    expect(idOf(["2026-11-01", "1"])).not.toBe(idOf(["2026-11-01", "2"]));
  });

  it("of nobody is a guest's, by session or conversation", () => {
    expect(reading(["time", "user", "conversation"], ["2026-11-01", "Guest", "c-9"])).toMatchObject({
      row: { customer: null, guest: "c-9" },
    });
    expect(reading(["time"], ["2026-11-01"])).toMatchObject({ row: { customer: null, guest: "imported" } });
  });

  it("cannot charge less than nothing, nor parts of a micro-credit", () => {
    expect(reading(["time", "cost"], ["2026-11-01", "1.25"])).toMatchObject({ row: { cost: 1_250_000n } });
    for (const cost of ["-1", "1.1234567", "1e3", "€2"]) {
      expect(reading(["time", "cost"], ["2026-11-01", cost])).toMatchObject({ wrong: expect.any(String) });
    }
  });
});
