import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "@/lib/api";
import { makeMerchant } from "@/lib/merchants/testing";
import { QUOTE } from "./testing";

let server: Server;
let port: number;
let key: string;

/** The API as `npm start` serves it: over a socket, through the adapter of our own server. */
beforeAll(async () => {
  key = (await makeMerchant()).apiKey;
  const answerApi = getRequestListener(api.fetch);
  server = createServer((incoming, outgoing) => void answerApi(incoming, outgoing));
  port = await new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(addressOf(server).port));
  });
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function addressOf(listening: Server): AddressInfo {
  const address = listening.address();
  if (typeof address === "object" && address) return address;
  throw new Error("The server has no port.");
}

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: Buffer | Readable };

/** A request as raw as it goes: no client in between that tidies paths, lengths or headers. */
async function send({ method = "POST", path = "/api/v1/quote", headers = {}, body }: Sent) {
  const sending = request({
    ...{ host: "127.0.0.1", port, method, path },
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", ...headers },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sending.on("response", resolve).on("error", reject);
  });
  if (body instanceof Readable) body.pipe(sending);
  else sending.end(body);
  const answer = await answered;
  const text = (await buffer(answer)).toString();
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: text };
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const withLength = (body: Buffer) => ({ body, headers: { "content-length": String(body.length) } });

function* spaces(bytes: number): Generator<Buffer> {
  for (let sent = 0; sent < bytes; sent += 65_536) yield Buffer.alloc(65_536, " ");
}

describe("the API behind a socket", () => {
  it("reads a body with a length and one that comes in pieces", async () => {
    const whole = await send(withLength(json(QUOTE)));
    const pieces = await send({ body: Readable.from([json(QUOTE).subarray(0, 9), json(QUOTE).subarray(9)]) });

    expect([whole.status, pieces.status]).toEqual([200, 200]);
    expect(JSON.parse(whole.body)).toMatchObject({ cost: "3", unpriced: true });
    expect(whole.headers).toMatchObject({ "content-type": "application/json", "cache-control": "no-store" });
    expect(whole.headers["content-length"]).toBe(String(Buffer.byteLength(whole.body)));
  });

  it("refuses 5 MB, told beforehand or not, and goes on serving", async () => {
    const large = await send(withLength(Buffer.alloc(5_000_000, " ")));
    const unannounced = await send({ body: Readable.from(spaces(5_000_000)) });

    for (const { status, body } of [large, unannounced]) {
      expect([status, JSON.parse(body).code]).toEqual([413, "too_large"]);
    }
    expect((await send(withLength(json(QUOTE)))).status).toBe(200);
  });

  it("refuses 5 MB from a stranger before reading any of it", async () => {
    const { status } = await send({
      ...withLength(Buffer.alloc(5_000_000, " ")),
      headers: { "content-length": "5000000", authorization: "Bearer nobody" },
    });

    expect(status).toBe(401);
  });

  it("refuses what is no UTF-8, whole or in pieces", async () => {
    const latin = Buffer.from('{"module":"caf\u00e9"}', "latin1");

    for (const sent of [withLength(latin), { body: Readable.from([latin]) }]) {
      const { status, body } = await send(sent);
      expect([status, JSON.parse(body).code]).toEqual([400, "invalid_json"]);
    }
  });

  it.each(["/api/v1/customers/%E0%A4%A", "/api/v1/customers/%", "/api/v1/customers/a%00"])(
    "answers a path that is no text with a problem: %s",
    async (path) => {
      const { status, body } = await send({ method: "GET", path });

      expect(status).toBe(422);
      expect(JSON.parse(body).code).toBe("invalid_input");
    },
  );

  it("answers HEAD and OPTIONS without a body", async () => {
    for (const method of ["HEAD", "OPTIONS"]) {
      const { status, body } = await send({ method, path: "/api/v1/settings" });
      expect(status).toBeLessThan(300);
      expect(body).toBe("");
    }
  });

  it("tells when to come back, and who it answers", async () => {
    const quota = { audience: "guest", limit: "1", period: "daily" };
    await send({ path: "/api/v1/quotas", ...withLength(json(quota)) });
    const { usage: estimate, ...asked } = QUOTE;

    const refused = await send({
      path: "/api/v1/authorize",
      body: json({ ...asked, id: "r", guest: { session: "s" }, estimate }),
      headers: { "x-request-id": "trace-7" },
    });

    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.headers["x-request-id"]).toBe("trace-7");
  });

  it("serves the document and the probes to everybody", async () => {
    for (const path of ["/api/v1/openapi.json", "/api/health", "/api/ready"]) {
      const { status, headers } = await send({ method: "GET", path, headers: { authorization: "" } });
      expect([path, status, headers["content-type"]]).toEqual([path, 200, "application/json"]);
    }
  });
});
