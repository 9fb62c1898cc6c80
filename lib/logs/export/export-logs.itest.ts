import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/access";
import { exportLogs, fetchExport, startExport } from "@/lib/logs";
import { prisma } from "@/lib/db";
import { makeMerchant } from "@/lib/merchants/testing";
import { later, using } from "@/lib/metering/testing";
import { getTask, stopTask } from "@/lib/tasks";
import { makeLogSaying } from "../testing";

async function written(ctx: Ctx, input: Parameters<typeof exportLogs>[1] = {}): Promise<string> {
  let text = "";
  for await (const piece of (await exportLogs(ctx, input)).pieces) text += piece.text;
  return text;
}

function rowsOf(csv: string): string[][] {
  expect(csv.endsWith("\r\n")).toBe(true);
  return Papa.parse<string[]>(csv.slice(0, -2), { newline: "\r\n" }).data;
}

const talk = (content: string) => ({
  customer: { id: "42", name: "=cmd|' /C calc'!A0", email: "ada@example.com", roles: ["a", "b"] },
  usage: { inputTokens: 7, outputTokens: 3 },
  conversation: { id: `c-${content.length}`, source: "widget", messages: [{ role: "user", content }] },
});

describe("an export", () => {
  it("has mission B14's columns, one log a line, newest first", async () => {
    const { ctx } = await makeMerchant({ now: new Date("2026-11-20T12:00:00Z") });
    const { logId = "" } = await using(ctx, talk('He said "hi",\r\nthen left'));

    const file = await exportLogs(ctx, { module: "chatbot" });
    const rows = rowsOf(await written(ctx));

    expect(file).toMatchObject({ fileName: "logs_module-chatbot_2026-11-20.csv" });
    await file.pieces.return(undefined);
    expect(rows).toEqual([
      [
        "Log ID",
        "Date",
        "User",
        "Source",
        "Module",
        "Message count",
        "Token count",
        "Preview",
        "Conversation UUID",
      ],
      [
        ...[logId, "2026-11-20T12:00:00Z", "'=cmd|' /C calc'!A0", "widget", "chatbot"],
        ...["1", "10", 'He said "hi", then left', "c-24"],
      ],
    ]);
  });

  it("has other columns where it is asked for them, and a byte order mark", async () => {
    const { ctx } = await makeMerchant();
    await using(ctx, talk("one"));

    const csv = await written(ctx, { columns: "cost,customer,roles,failed,unpriced,bestScore", bom: "true" });

    expect(csv).toBe("\uFEFFCredits,Customer ID,Roles,Failed,Unpriced,Best score\r\n10,42,a b,no,yes,\r\n");
    await expect(exportLogs(ctx, { columns: "cost,secret" })).rejects.toMatchObject({ name: "ZodError" });
  });

  it("takes every row over many reads, of what matches alone, and of this merchant", async () => {
    const [one, two] = [await makeMerchant(), await makeMerchant()];
    await makeLogSaying(two.ctx, "theirs");
    const { merchantId } = one.ctx;
    const at = one.ctx.now.toISOString();
    await prisma.$executeRaw`
      INSERT INTO logs (merchant_id, id, module, provider, model, request_count, message_count, tokens, cost_micros,
                        preview, first_at, last_at, evidence, overdraft_micros)
      SELECT ${merchantId}::uuid, gen_random_uuid(), CASE WHEN n % 2 = 0 THEN 'even' ELSE 'odd' END, 'p', 'm', 1, 0, n, 0,
             '', ${at}::timestamptz - n * interval '1 s', ${at}::timestamptz - n * interval '1 s', 'manual', 0
        FROM generate_series(1, 5000) n`;

    const rows = rowsOf(await written(one.ctx, { module: "even", columns: "tokens" }));

    expect(rows.slice(1).map(([tokens]) => Number(tokens))).toEqual(
      Array.from({ length: 2_500 }, (_, index) => (index + 1) * 2),
    );
  });

  it("is what was there when it began, whatever happens while it is read", async () => {
    const { ctx } = await makeMerchant();
    await makeLogSaying(ctx, "one");
    const { pieces } = await exportLogs(ctx, { columns: "preview" });
    const first = await pieces.next();
    await prisma.log.deleteMany({ where: { merchantId: ctx.merchantId } });

    expect(first.value?.text).toBe("Preview\r\none\r\n");
    expect((await pieces.next()).done).toBe(true);
    expect(await written(ctx, { columns: "preview" })).toBe("Preview\r\n");
  });

  it("leaves no session behind when its reader goes away", async () => {
    const { ctx } = await makeMerchant();
    for (const word of ["one", "two"]) await makeLogSaying(ctx, word);

    for (let count = 0; count < 12; count++) {
      const { pieces } = await exportLogs(ctx, {});
      await pieces.next();
      await pieces.return(undefined);
    }

    expect(rowsOf(await written(ctx))).toHaveLength(3);
  });

  it("as JSON Lines has the shape of the API, with messages when they are asked for", async () => {
    const { ctx } = await makeMerchant();
    await using(ctx, talk("one"));
    await using(later(ctx, 5), talk("three"));

    const lines = (await written(ctx, { format: "jsonl" })).trimEnd().split("\n");
    const whole = (await written(ctx, { format: "jsonl", messages: "true" })).trimEnd().split("\n");

    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { preview: "three", customer: "42", cost: "10" },
      { preview: "one" },
    ]);
    expect(JSON.parse(lines[0] ?? "")).not.toHaveProperty("messages");
    const { messages, charges } = JSON.parse(whole[1] ?? "");
    expect(messages).toContainEqual(expect.objectContaining({ role: "user", content: "one" }));
    expect(charges).toHaveLength(1);
  });

  it("of logs that are named takes those that are this merchant's", async () => {
    const [one, two] = [await makeMerchant(), await makeMerchant()];
    const [mine] = [await makeLogSaying(one.ctx, "mine"), await makeLogSaying(one.ctx, "not asked for")];
    const theirs = await makeLogSaying(two.ctx, "theirs");

    expect(await written(one.ctx, { ids: `${mine},${theirs}`, columns: "preview" })).toBe(
      "Preview\r\nmine\r\n",
    );
  });

  it("on the screen shows how far it is, is fetched once, and can be stopped", async () => {
    const { ctx } = await makeMerchant();
    for (const word of ["one", "two"]) await makeLogSaying(ctx, word);
    const clock = () => new Date();
    const started = await startExport(ctx, { columns: "preview" });
    expect(await getTask(ctx, started.id)).toMatchObject({ state: "queued", total: 2n });

    let text = "";
    for await (const piece of (await fetchExport(ctx, started.id, clock)).pieces) text += piece.text;
    expect(text).toContain("two");
    expect(await getTask(ctx, started.id)).toMatchObject({ state: "done", done: 2n });

    const again = await fetchExport(ctx, started.id, clock);
    await expect(again.pieces.next()).rejects.toMatchObject({ code: "conflict" });
    const left = await startExport(ctx, {});
    const { pieces } = await fetchExport(ctx, left.id, clock);
    await pieces.next();
    await stopTask(ctx, left.id);
    await pieces.return(undefined);
    expect((await getTask(ctx, left.id)).state).toBe("stopped");
    const { ctx: stranger } = await makeMerchant();
    await expect(fetchExport(stranger, left.id, clock)).rejects.toMatchObject({ code: "not_found" });
  });

  it("shows an actor bound to a store that store alone", async () => {
    const { ctx } = await makeMerchant();
    await makeLogSaying(ctx, "here", { store: "main" });
    await makeLogSaying(ctx, "there", { store: "other" });

    const bound = { ...ctx, storeId: "main" };

    expect(await written(bound, { columns: "preview" })).toBe("Preview\r\nhere\r\n");
    await expect(exportLogs(bound, { store: "other" })).rejects.toMatchObject({ code: "forbidden" });
  });
});
