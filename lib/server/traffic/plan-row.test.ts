import { describe, expect, it } from "vitest";
import { z } from "zod";
import { groupBy } from "@/lib/kernel/group-by";
import { usageOf } from "@/lib/pricing/core";
import { authorizeInput, recordUsageInput } from "@/lib/metering/schemas";
import { Conversations } from "./conversations";
import { planRow, type PlannedRow } from "./plan-row";
import type { TraceRow } from "./trace";

const rowOf = (number: number): TraceRow => ({
  number,
  at: new Date(number * 1_000),
  contextTokens: 100 + (number % 900),
  generatedTokens: number % 300,
});

function planRows(run: string, numbers: readonly number[]): PlannedRow[] {
  const conversations = new Conversations(run);
  const plan = { run, customers: 200, texts: [], conversations };
  return numbers.map((number) => planRow(plan, rowOf(number)));
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const parsed = (rows: readonly PlannedRow[]) => rows.map((row) => recordUsageInput.parse(row.usage));

describe("planRow", () => {
  it("plans a row from its number and the run alone", () => {
    const inOrder = planRows("a", upTo(600));

    expect(planRows("a", [431])).toEqual(inOrder.slice(430, 431));
    expect(planRows("a", upTo(600).reverse()).reverse()).toEqual(inOrder);
    expect(planRows("b", [431])).not.toEqual(inOrder.slice(430, 431));
  });

  it("makes bodies that the API's own schemas accept, under an id per row", () => {
    const rows = planRows("schema", upTo(480));

    for (const row of rows) {
      const authorize = authorizeInput.parse(row.authorize);
      const usage = recordUsageInput.parse(row.usage);
      expect([authorize.id, usage.id]).toEqual([row.id, row.id]);
      expect(usage).toMatchObject({
        module: authorize.module,
        model: authorize.model,
        operation: authorize.operation,
      });
    }
    expect(new Set(rows.map((row) => row.id)).size).toBe(480);
  });

  it("keeps the trace's token counts, however they are split", () => {
    for (const [index, { usage, module }] of parsed(planRows("sums", upTo(480))).entries()) {
      if (module === "image_generator") continue;
      const row = rowOf(index + 1);
      const { inputTokens, cachedInputTokens, outputTokens, reasoningTokens } = usageOf(usage);
      expect(inputTokens + cachedInputTokens).toBe(row.contextTokens);
      expect(outputTokens + reasoningTokens).toBe(row.generatedTokens);
    }
  });

  it("has one hot customer, guests from documentation networks, and a long tail of others", () => {
    const rows = planRows("cast", upTo(6_000));
    const customers = rows.flatMap(({ customer }) => customer ?? []);
    const guests = parsed(rows.filter(({ customer }) => customer === null)).flatMap(
      ({ guest }) => guest ?? [],
    );
    const hot = customers.filter((id) => id === "trace-hot").length;

    expect(guests.length).toBeGreaterThan(400);
    expect(guests.length).toBeLessThan(800);
    expect(hot).toBeGreaterThan(400);
    expect(hot).toBeLessThan(800);
    expect(new Set(customers).size).toBeGreaterThan(150);
    const documentation = /^(192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:db8:)/;
    expect(guests.every(({ ip }) => documentation.test(ip ?? ""))).toBe(true);
  });

  it("keeps a conversation with one person in one place, one to six turns long", () => {
    const byConversation = groupBy(parsed(planRows("talk", upTo(960))), (usage) => usage.conversation?.id);

    for (const turns of byConversation.values()) {
      expect(turns.length).toBeLessThanOrEqual(6);
      const places = turns.map(({ customer, guest, module, bot, model, store }) =>
        z.string().parse(JSON.stringify([customer?.id, guest, module, bot, model, store])),
      );
      expect(new Set(places).size).toBe(1);
    }
  });
});
