import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { call } from "@/lib/api/testing";
import { prisma } from "@/lib/db";
import {
  createApiKey,
  fetchMerchantExport,
  forgetExports,
  startMerchantExport,
  takeExportStep,
} from "@/lib/merchants";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";
import { runTask } from "@/lib/tasks";

const clock = () => new Date();
const running = { steps: { merchant_export: takeExportStep }, clock, millis: 60_000 };
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A merchant with a customer, credits, a rule and a conversation. */
async function busyMerchant() {
  const made = await makeMerchant();
  const key = made.apiKey;
  await call("POST /pricing-rules", { key, json: { operation: "chat", method: "flat", unitRate: "1" } });
  await call("POST /customers/ada/credits", { key, json: { id: "g-1", amount: "10", reason: "gift" } });
  const usage = { id: "u-1", customer: "ada", module: "chatbot", operation: "chat", provider: "openai" };
  const conversation = { id: "c-1", messages: [{ role: "user", content: "Grüße, “quoted”\nsecond line" }] };
  await call("POST /usage", {
    key,
    json: { ...usage, model: "gpt-4o", usage: { inputTokens: 3 }, conversation },
  });
  return made;
}

async function unpack(ctx: Parameters<typeof fetchMerchantExport>[0], id: string) {
  const file = await fetchMerchantExport(ctx, id);
  const pieces: Uint8Array[] = [];
  for await (const { bytes } of file.pieces) pieces.push(bytes);
  const folder = mkdtempSync(join(tmpdir(), "tollgate-export-"));
  folders.push(folder);
  writeFileSync(join(folder, file.fileName), Buffer.concat(pieces));
  execFileSync("tar", ["-xzf", join(folder, file.fileName), "-C", folder]);
  const root = join(folder, "tollgate-export");
  const rows = (table: string): Record<string, unknown>[] =>
    readdirSync(join(root, table)).flatMap((name) =>
      readFileSync(join(root, table, name), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line): Record<string, unknown> => JSON.parse(line)),
    );
  return { root, rows, all: execFileSync("grep", ["-r", "", root], { encoding: "utf8", maxBuffer: 1e8 }) };
}

describe("an export of everything", () => {
  it("is an archive with a folder of JSON lines for each table, exact and without secrets", async () => {
    const { ctx, apiKey, ownerEmail } = await busyMerchant();

    const key = await startMerchantExport(ctx);
    expect(await runTask(key, running)).toBe("over");

    const { rows, root, all } = await unpack(ctx, key.id);
    expect(rows("customers")).toMatchObject([{ external_id: "ada" }]);
    expect(rows("ledger_entries").map((entry) => entry["delta_micros"])).toEqual(["10000000", "-1000000"]);
    expect(rows("log_messages")).toMatchObject([{ content: "Grüße, “quoted”\nsecond line" }]);
    expect(rows("api_keys")).toHaveLength(1);
    expect(readFileSync(join(root, "people.jsonl"), "utf8")).toContain(ownerEmail);
    expect(JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"))).toMatchObject({
      format: "tollgate-export-1",
    });
    const hash = await prisma.apiKey.findFirstOrThrow({ where: { merchantId: ctx.merchantId } });
    for (const secret of [apiKey, Buffer.from(hash.keyHash).toString("hex"), "key_hash", "password"]) {
      expect(all).not.toContain(`"${secret}"`);
    }
  });

  it("holds nothing of another merchant's", async () => {
    const [mine, theirs] = [await busyMerchant(), await busyMerchant()];

    const key = await startMerchantExport(mine.ctx);
    await runTask(key, running);

    const { all } = await unpack(mine.ctx, key.id);
    expect(all).not.toContain(theirs.merchantId);
    expect(all).not.toContain(theirs.ownerEmail);
    await expect(fetchMerchantExport(theirs.ctx, key.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("goes on where it was left, and has every row once", async () => {
    const { ctx } = await makeMerchant();
    for (let index = 0; index < 30; index += 1) {
      await createApiKey(ctx, { name: `key ${index}`, scopes: ["usage:read"] });
    }
    const key = await startMerchantExport(ctx);
    let turns = 1;
    while ((await runTask(key, { ...running, millis: 0 })) === "more") turns += 1;

    expect(turns).toBeGreaterThan(3);
    const { rows } = await unpack(ctx, key.id);
    expect(new Set(rows("api_keys").map(({ id }) => id)).size).toBe(31);
    expect(rows("api_keys")).toHaveLength(31);
  });

  it("is written one at a time, fetched when it is ready, and kept for seven days", async () => {
    const { ctx } = await makeMerchant();
    const key = await startMerchantExport(ctx);
    await expect(startMerchantExport(ctx)).rejects.toMatchObject({ code: "conflict" });
    await expect(fetchMerchantExport(ctx, key.id)).rejects.toMatchObject({ code: "conflict" });

    await runTask(key, running);
    await fetchMerchantExport(ctx, key.id);

    await forgetExports(new Date(Date.now() + 8 * 24 * 60 * 60 * 1_000));
    await expect(fetchMerchantExport(ctx, key.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is for owners, admins and keys of every store that may do everything", async () => {
    const { ctx, merchantId, apiKey } = await makeMerchant();
    for (const role of ["analyst", "support"] as const) {
      await expect(startMerchantExport(makeCtx(merchantId, { role }))).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(startMerchantExport({ ...ctx, storeId: "main" })).rejects.toMatchObject({
      code: "forbidden",
    });

    const { status, body } = await call("POST /exports", { key: apiKey });

    expect(status).toBe(202);
    await runTask({ merchantId, id: body.id }, running);
    expect((await call(`GET /tasks/${body.id}`, { key: apiKey })).body.state).toBe("done");
    expect((await call(`GET /exports/${body.id}/file`, { key: apiKey })).status).toBe(200);
  });
});
