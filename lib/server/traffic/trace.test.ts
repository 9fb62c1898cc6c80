import { describe, expect, it } from "vitest";
import { traceFile } from "./testing";
import { parseTraceRecord, readTrace, surveyTrace, type TraceRow } from "./trace";

async function rowsOf(file: string): Promise<TraceRow[]> {
  const rows: TraceRow[] = [];
  for await (const row of readTrace(file)) rows.push(row);
  return rows;
}

describe("parseTraceRecord", () => {
  it("reads times as UTC, to the millisecond", () => {
    const raw = { TIMESTAMP: "2023-11-16 18:15:46.6805900", ContextTokens: "374", GeneratedTokens: "44" };
    expect(parseTraceRecord(raw, 1)).toEqual({
      number: 1,
      at: new Date("2023-11-16T18:15:46.680Z"),
      contextTokens: 374,
      generatedTokens: 44,
    });
  });

  it("keeps a zone that is given", () => {
    const raw = { TIMESTAMP: "2024-05-12T02:00:00.5+02:00", ContextTokens: "1", GeneratedTokens: "0" };
    expect(parseTraceRecord(raw, 1).at).toEqual(new Date("2024-05-12T00:00:00.500Z"));
  });

  it.each([
    [{ TIMESTAMP: "yesterday", ContextTokens: "1", GeneratedTokens: "1" }, "TIMESTAMP"],
    [{ TIMESTAMP: "2023-11-16 18:15:46", ContextTokens: "-1", GeneratedTokens: "1" }, "ContextTokens"],
    [{ TIMESTAMP: "2023-11-16 18:15:46", ContextTokens: "1" }, "GeneratedTokens"],
  ])("names the row and the column of %o", (raw, column) => {
    expect(() => parseTraceRecord(raw, 17)).toThrow(new RegExp(`Row 17 .*${column}`));
  });
});

describe("readTrace", () => {
  it("numbers the rows and passes over empty lines", async () => {
    const file = traceFile("2023-11-16 18:15:46.68,374,44", "", "2023-11-16 18:15:50.99,396,109");
    expect((await rowsOf(file)).map((row) => [row.number, row.contextTokens])).toEqual([
      [1, 374],
      [2, 396],
    ]);
  });

  it("fails when there is no such file", async () => {
    await expect(rowsOf("/nowhere/trace.csv")).rejects.toThrow("ENOENT");
  });
});

describe("surveyTrace", () => {
  it("gives the same digest for the same requests and another one for any other", async () => {
    const file = traceFile("2023-11-16 18:15:46.68,374,44");
    const survey = await surveyTrace(file, ["200"]);

    expect(survey.rows).toBe(1);
    expect(await surveyTrace(file, ["200"])).toEqual(survey);
    expect((await surveyTrace(file, ["300"])).digest).not.toBe(survey.digest);
    expect((await surveyTrace(traceFile("2023-11-16 18:15:46.68,374,45"), ["200"])).digest).not.toBe(
      survey.digest,
    );
  });
});
