import { beforeAll, describe, expect, it } from "vitest";
import { takeImportStep } from "@/lib/imports";
import { makeMerchant } from "@/lib/merchants/testing";
import { runTask } from "@/lib/tasks";
import { call } from "./testing";

const usage = (id: string, over: object = {}) => ({
  id,
  customer: "42",
  module: "chatbot",
  operation: "chat",
  provider: "openai",
  model: "gpt-4o",
  usage: { inputTokens: 10 },
  conversation: { id: `c-${id}`, messages: [{ role: "user", content: `Question ${id}` }] },
  ...over,
});

let key: string;
let merchantId: string;
const use = async (id: string, over: object = {}) => {
  const answer = await call("POST /usage", { key, json: usage(id, over) });
  return String(answer.body.logId);
};
const listed = async () =>
  (await call("GET /logs", { key })).body.data.map((log: { preview: string }) => log.preview);

beforeAll(async () => {
  ({ apiKey: key, merchantId } = await makeMerchant());
});

describe("deleting logs over HTTP", () => {
  it("is done when it is answered, by the filters of the list", async () => {
    for (const [id, bot] of [
      ["a", "one"],
      ["b", "one"],
      ["c", "two"],
    ] as const) {
      await use(id, { bot });
    }

    expect(await call("DELETE /logs?bot=one", { key })).toMatchObject({ status: 200, body: { deleted: 2 } });

    expect(await listed()).toEqual(["Question c"]);
    expect((await call("GET /customers/42/ledger", { key })).body.data).toHaveLength(3);
    expect((await call("GET /tasks?kind=log_deletion", { key })).body.data).toMatchObject([
      { state: "done", done: 2, total: 2 },
    ]);
  });

  it("of one answers 204, then 404", async () => {
    const id = await use("d");

    expect((await call(`DELETE /logs/${id}`, { key })).status).toBe(204);
    expect((await call(`DELETE /logs/${id}`, { key })).status).toBe(404);
    expect((await call(`GET /logs/${id}`, { key })).status).toBe(404);
  });

  it("refuses to guess that all are meant, and filters that it does not know", async () => {
    for (const query of ["", "?all=false", "?modul=chatbot", "?limit=5", "?all=true&all=true"]) {
      const { status, body } = await call(`DELETE /logs${query}`, { key });
      expect([status, body.code], query).toEqual([422, "invalid_input"]);
    }
    expect(await listed()).toEqual(["Question c"]);
    expect((await call("DELETE /logs?all=true", { key })).body).toEqual({ deleted: 1 });
    expect(await listed()).toEqual([]);
  });

  it("works for a key that may do nothing else with logs", async () => {
    await use("e");
    const made = await call("POST /api-keys", { key, json: { name: "x", scopes: ["settings:write"] } });

    expect((await call("DELETE /logs?all=true", { key: made.body.key })).body).toEqual({ deleted: 1 });
    const reader = await call("POST /api-keys", { key, json: { name: "y", scopes: ["usage:read"] } });
    expect((await call("DELETE /logs?all=true", { key: reader.body.key })).status).toBe(403);
  });
});

describe("exporting logs over HTTP", () => {
  it("gives CSV or JSON Lines of what matches", async () => {
    await use("f", { module: "assistant" });
    await use("g");

    const csv = await call("GET /logs/export?module=assistant&columns=preview,tokens", { key });
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(csv.headers.get("content-disposition")).toContain('filename="logs_module-assistant_');
    expect(csv.body).toBe("Preview,Token count\r\nQuestion f,10\r\n");
    const lines = await call("GET /logs/export?format=jsonl&messages=true", { key });
    expect(lines.body.trimEnd().split("\n")).toHaveLength(2);
    expect((await call("GET /logs/export?columns=secret", { key })).status).toBe(422);
  });
});

describe("retention over HTTP", () => {
  it("is set, previewed and run", async () => {
    expect((await call("GET /log-retention", { key })).body).toMatchObject({ contents: null, logs: null });
    expect((await call("POST /log-retention/runs", { key })).status).toBe(409);
    const set = await call("PUT /log-retention", { key, json: { contents: "30d", logs: "1y" } });
    expect(set.body).toMatchObject({ contents: "30d", logs: "1y", schedule: { hour: 3, timeZone: "UTC" } });
    expect((await call("GET /log-retention/preview?logs=1d", { key })).body).toMatchObject({
      contents: 0,
      logs: 0,
    });

    const run = await call("POST /log-retention/runs", { key });

    expect(run).toMatchObject({ status: 202, body: { kind: "log_retention", state: "queued" } });
    expect((await call(`DELETE /tasks/${run.body.id}`, { key })).body).toMatchObject({ state: "stopped" });
    expect((await call("PUT /log-retention", { key, json: { contents: "2d", logs: null } })).status).toBe(
      422,
    );
  });
});

describe("importing past usage over HTTP", () => {
  it("takes a table in parts, runs in the background, and tells what it could not read", async () => {
    const begin = { fileName: "old.csv", header: ["When", "Who"], mapping: { time: 0, customer: 1 } };
    const made = await call("POST /log-imports", { key, json: begin });
    expect(made).toMatchObject({ status: 201, body: { kind: "log_import", state: "queued", total: null } });
    const path = `/log-imports/${made.body.id}`;
    const day = new Date(Date.now() - 86_400_000).toISOString();
    const part = {
      sequence: 0,
      firstRow: 0,
      rows: [
        [day, "old customer"],
        ["some day", "nobody"],
      ],
    };
    expect((await call(`POST ${path}/rows`, { key, json: part })).status).toBe(204);
    expect((await call(`POST ${path}/rows`, { key, json: part })).status).toBe(204);
    expect((await call(`POST ${path}/complete`, { key, json: { rows: 2 } })).body).toMatchObject({
      total: 2,
    });

    const worker = { steps: { log_import: takeImportStep }, clock: () => new Date(), millis: 60_000 };
    await runTask({ merchantId, id: String(made.body.id) }, worker);

    expect((await call(`GET /tasks/${made.body.id}`, { key })).body).toMatchObject({
      state: "done",
      result: { imported: 1, known: 0, wrong: 1 },
    });
    expect((await call(`GET ${path}/problems`, { key })).body).toContain("some day");
    expect((await call("GET /customers/old%20customer/ledger", { key })).body.data).toEqual([]);
    expect((await call(`POST ${path}/rows`, { key, json: part })).status).toBe(409);
  });

  it("refuses a table without a time, and ids that are none", async () => {
    const bad = await call("POST /log-imports", { key, json: { fileName: "x", header: ["a"], mapping: {} } });
    expect([bad.status, bad.body.code]).toEqual([422, "invalid_input"]);
    expect((await call("GET /log-imports/none/problems", { key })).status).toBe(404);
  });
});
