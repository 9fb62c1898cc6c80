import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { runReplay, type ReplayOptions } from "./run-replay";
import { traceFile } from "./testing";

const body = z.looseObject({ id: z.string() });
const PROOF = { ok: true, wallets: 1, entries: 1, breaks: [] };
const servers: Server[] = [];

afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A gate that says yes to everything, remembers ids, and hangs up on every fifth request. */
async function unreliableGate() {
  const recorded = new Set<string>();
  const granted = new Set<string>();
  let requests = 0;
  const answer = (path: string, id: string) => {
    const known = path.endsWith("/usage") ? recorded : granted;
    if (path.endsWith("/authorize")) return { id, replayed: false };
    const replayed = known.has(id);
    known.add(id);
    return { id, cost: "1", replayed, rule: { id: "r", version: 1 } };
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    requests += 1;
    const number = requests;
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const said = answer(request.url ?? "", body.parse(JSON.parse(text)).id);
    if (number % 5 === 0) return request.socket.destroy();
    if (number % 7 === 0) return response.writeHead(503).end("{}");
    return response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(said));
  };
  const server = createServer((request, response) => void handle(request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, recorded, granted };
}

function traceOf(rows: number): string {
  const lineOf = (index: number) => `2023-11-16 18:15:${10 + (index % 50)},${index + 10},20`;
  return traceFile(...Array.from({ length: rows }, (_, index) => lineOf(index)));
}

const HOOKS = { progress: () => {}, stop: new AbortController().signal, prove: async () => PROOF };

const optionsOf = (url: string, more: Partial<ReplayOptions> = {}): ReplayOptions => ({
  file: traceOf(20),
  textsFile: null,
  url,
  key: "tg_test",
  customers: 20,
  credits: null,
  speed: "max",
  concurrency: 8,
  limit: null,
  run: "t1",
  ...more,
});

describe("runReplay", () => {
  it("gets every row through a server that hangs up, each under one id", async () => {
    const gate = await unreliableGate();

    const report = await runReplay(optionsOf(gate.url), HOOKS);

    expect(report).toMatchObject({ rows: 20, failed: 0, proof: PROOF, interrupted: false });
    expect(report.recorded + report.replayed).toBe(20);
    expect(report.retries).toBeGreaterThan(0);
    expect(gate.recorded.size).toBe(20);
  });

  it("charges nothing when the same run is repeated", async () => {
    const gate = await unreliableGate();
    await runReplay(optionsOf(gate.url), HOOKS);

    const again = await runReplay(optionsOf(gate.url), HOOKS);

    expect(again).toMatchObject({ recorded: 0, replayed: 20, charged: { cost: "0" } });
  });

  it("grants credits to each customer once, before their first request", async () => {
    const gate = await unreliableGate();

    const report = await runReplay(optionsOf(gate.url, { credits: "12.5" }), HOOKS);

    expect(report.failed).toBe(0);
    expect(gate.granted.size).toBeGreaterThan(3);
    expect(gate.granted.size).toBeLessThan(20);
  });

  it("sends no more rows than the limit, and none once it is stopped", async () => {
    const gate = await unreliableGate();
    expect((await runReplay(optionsOf(gate.url, { limit: 7 }), HOOKS)).rows).toBe(7);

    const stopped = await runReplay(optionsOf(gate.url), { ...HOOKS, stop: AbortSignal.abort() });
    expect(stopped).toMatchObject({ rows: 0, interrupted: true });
  });

  it("reports why there is no proof", async () => {
    const gate = await unreliableGate();
    const prove = async () => Promise.reject(new Error("No database here."));

    const report = await runReplay(optionsOf(gate.url, { limit: 1 }), { ...HOOKS, prove });

    expect(report).toMatchObject({ proof: null, proofProblem: "No database here." });
  });
});
