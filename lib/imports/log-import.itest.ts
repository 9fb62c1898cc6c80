import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import {
  addImportRows,
  completeImport,
  exportImportErrors,
  startImport,
  takeImportStep,
} from "@/lib/imports";
import { prisma } from "@/lib/db";
import { getActivity, getLog, listLogs } from "@/lib/logs";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { balance, giveCredits, using } from "@/lib/metering/testing";
import { getTask, resumeTasks, runTask, stopTask } from "@/lib/tasks";
import { verifyWallets } from "@/lib/wallets";
import { guessMapping } from "./schemas";

const NOW = new Date("2026-11-20T12:00:00Z");
const STEPS = { log_import: takeImportStep };
const HEADER = [
  "id",
  "time",
  "user",
  "prompt",
  "answer",
  "input_tokens",
  "output_tokens",
  "cost",
  "conversation",
];
const ROWS = [
  ["r-1", "2026-11-18T10:00:00Z", "42", "Hello?", "Hello.", "10", "5", "1.5", "c-1"],
  ["r-2", "2026-11-18T10:05:00Z", "42", "And?", "Nothing.", "20", "5", "2", "c-1"],
  ["r-3", "yesterday", "42", "Lost", "", "1", "1", "1", ""],
  ["r-4", "2026-11-19T10:00:00Z", "Guest", "Who?", "Nobody.", "1", "1", "0", "c-2"],
];

/** Sends rows as the screen does: `size` at a time. */
async function sent(ctx: Ctx, rows: readonly string[][] = ROWS, size = 500): Promise<string> {
  const { id } = await startImport(ctx, {
    fileName: "old logs.csv",
    header: HEADER,
    mapping: guessMapping(HEADER),
  });
  for (let first = 0, sequence = 0; first < rows.length; first += size, sequence += 1) {
    const part = { task: id, sequence, firstRow: first, rows: rows.slice(first, first + size) };
    await addImportRows(ctx, part);
    await addImportRows(ctx, part);
  }
  await completeImport(ctx, { task: id, rows: rows.length });
  return id;
}

async function run(ctx: Ctx, id: string, millis = 60_000) {
  const state = await runTask({ merchantId: ctx.merchantId, id }, { steps: STEPS, clock: () => NOW, millis });
  return { over: state === "over", task: await getTask(ctx, id) };
}

describe("an import", () => {
  it("makes logs of requests and conversations, and says what it could not read", async () => {
    const { ctx } = await makeMerchant({ now: NOW });

    const { task } = await run(ctx, await sent(ctx));

    expect(task).toMatchObject({ state: "done", done: 4n, result: { imported: 3, known: 0, wrong: 1 } });
    const { data } = await listLogs(ctx);
    expect(data.every((log) => log.imported)).toBe(true);
    expect(data).toMatchObject([
      { preview: "Who?", guest: "c-2", cost: 0n, tokens: 2n },
      {
        preview: "Hello?",
        customer: { externalId: "42" },
        requestCount: 2,
        messageCount: 4,
        tokens: 40n,
        cost: 3_500_000n,
      },
    ]);
    const log = await getLog(ctx, data[1]?.id ?? "");
    expect(log.messages.map((message) => message.content)).toEqual(["Hello?", "Hello.", "And?", "Nothing."]);
    let problems = "";
    for await (const piece of (await exportImportErrors(ctx, task.id)).pieces) problems += piece.text;
    expect(Papa.parse<string[]>(problems.trimEnd().slice(1)).data).toEqual([
      ["Line", "Problem", ...HEADER],
      ["4", expect.stringContaining("yesterday"), ...(ROWS[2] ?? [])],
    ]);
  });

  it("charges nobody: balance, ledger, quota and proof stay, while the days it happened count it", async () => {
    const { ctx } = await makeMerchant({ now: NOW });
    await giveCredits(ctx, "100");
    const before = [await balance(ctx), await verifyWallets(ctx)];

    await run(ctx, await sent(ctx));

    expect([await balance(ctx), await verifyWallets(ctx)]).toEqual(before);
    const { merchantId } = ctx;
    expect(await prisma.ledgerEntry.count({ where: { merchantId } })).toBe(1);
    expect(await prisma.usageEvent.count({ where: { merchantId } })).toBe(0);
    const { series, cards } = await getActivity(ctx, { range: "7d" });
    expect(series.find((day) => day.day === "2026-11-18")).toMatchObject({
      requests: 2n,
      tokens: 40n,
      cost: 3_500_000n,
    });
    expect(cards).toMatchObject({ balanceDebited: 0n, quotaOnlyUsage: 0n });
    expect(await prisma.log.count({ where: { merchantId, imported: true } })).toBe(2);
  });

  it("brings each row in once, in whatever file it comes again, and none that was charged here", async () => {
    const { ctx } = await makeMerchant({ now: NOW });
    await using(ctx, { id: "r-2" });

    await run(ctx, await sent(ctx));
    const again = await run(ctx, await sent(ctx, [...ROWS, ROWS[0] ?? []]));

    expect(again.task.result).toEqual({ imported: 0, known: 4, wrong: 1 });
    expect(await prisma.importedUsage.count({ where: { merchantId: ctx.merchantId } })).toBe(2);
    expect((await listLogs(ctx)).data).toHaveLength(3);
  });

  it("goes on where it was when its server died, and brings nothing in twice", async () => {
    const { ctx } = await makeMerchant({ now: NOW });
    const id = await sent(ctx, ROWS, 1);
    expect((await run(ctx, id, 0)).task).toMatchObject({ state: "running", done: 1n });
    // Somebody took it, and was not heard of again.
    const { merchantId } = ctx;
    const silent = new Date(NOW.getTime() - 120_000);
    await prisma.task.update({
      where: { merchantId_id: { merchantId, id } },
      data: { lease: merchantId, renewedAt: silent },
    });

    expect(await resumeTasks(NOW, STEPS)).toBe(1);
    const { task } = await run(ctx, id);

    expect(task).toMatchObject({ state: "done", done: 4n, result: { imported: 3, wrong: 1 } });
    expect((await listLogs(ctx)).data[1]).toMatchObject({ requestCount: 2, messageCount: 4 });
  });

  it("stops between two parts and keeps what is in", async () => {
    const { ctx } = await makeMerchant({ now: NOW });
    const id = await sent(ctx, ROWS, 2);
    await run(ctx, id, 0);

    await stopTask(ctx, id);

    expect((await run(ctx, id)).task).toMatchObject({ state: "stopped", done: 2n });
    expect((await listLogs(ctx)).data).toHaveLength(1);
  });

  it("of a file that was not sent to its end fails, and can be sent again", async () => {
    const { ctx } = await makeMerchant({ now: NOW });
    const { id } = await startImport(ctx, {
      fileName: "a.csv",
      header: HEADER,
      mapping: guessMapping(HEADER),
    });
    await addImportRows(ctx, { task: id, sequence: 0, firstRow: 0, rows: ROWS });

    expect((await run(ctx, id)).task).toMatchObject({
      state: "failed",
      error: expect.stringContaining("again"),
    });
    expect((await run(ctx, await sent(ctx))).task.result).toMatchObject({ imported: 3 });
  });

  it("is an owner's or admin's, and one merchant's own", async () => {
    const [one, two] = [await makeMerchant({ now: NOW }), await makeMerchant({ now: NOW })];
    const id = await sent(one.ctx);
    const part = { task: id, sequence: 9, firstRow: 0, rows: ROWS };

    await expect(addImportRows(two.ctx, part)).rejects.toMatchObject({ code: "not_found" });
    await expect(exportImportErrors(two.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    const analyst = makeCtx(one.merchantId, { role: "analyst" });
    await expect(addImportRows(analyst, part)).rejects.toMatchObject({ code: "forbidden" });
    await run(one.ctx, id);
    expect((await listLogs(two.ctx)).data).toEqual([]);
  });
});
