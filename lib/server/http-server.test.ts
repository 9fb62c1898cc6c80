import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { openWebServer, type WebServer } from "./http-server";

const HOST = "127.0.0.1";
const opened: (() => Promise<unknown>)[] = [];

async function open(port: number): Promise<WebServer> {
  const web = await openWebServer(port, HOST);
  opened.push(web.close);
  return web;
}

/** Takes a port that nobody has. */
function occupy(): Promise<number> {
  const server = createServer();
  opened.push(() => new Promise((resolve) => server.close(resolve)));
  return new Promise((resolve) => {
    server.listen(0, HOST, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}

afterEach(async () => {
  for (let close = opened.pop(); close; close = opened.pop()) await close();
});

describe("openWebServer", () => {
  it("takes the next free port when its own is taken", async () => {
    const taken = await occupy();
    expect((await open(taken)).port).toBeGreaterThan(taken);
  });

  it("asks to come back until it has a handler, then answers", async () => {
    const web = await open(0);
    const early = await fetch(`http://${HOST}:${web.port}/`);
    expect([early.status, early.headers.get("retry-after")]).toEqual([503, "1"]);
    web.answerWith((_request, response) => response.end("here"));
    expect(await (await fetch(`http://${HOST}:${web.port}/`)).text()).toBe("here");
  });

  it("ends a request whose handler failed, and goes on", async () => {
    const web = await open(0);
    web.answerWith(() => Promise.reject(new Error("a bug")));
    expect((await fetch(`http://${HOST}:${web.port}/`)).status).toBe(500);
    expect((await fetch(`http://${HOST}:${web.port}/`)).status).toBe(500);
  });

  it("lets a running request finish when it closes, and takes no new one", async () => {
    const web = await openWebServer(0, HOST);
    let finish: (() => void) | undefined;
    web.answerWith((_request, response) => {
      finish = () => response.end("done");
    });
    const answer = fetch(`http://${HOST}:${web.port}/`);
    await expect.poll(() => finish).toBeDefined();
    const closed = web.close();
    await expect(fetch(`http://${HOST}:${web.port}/`)).rejects.toThrow();
    finish?.();
    expect(await (await answer).text()).toBe("done");
    await closed;
  });

  it("says in a sentence that an address is not this machine's", async () => {
    await expect(openWebServer(0, "203.0.113.7")).rejects.toThrow("HOST=203.0.113.7 is not an address of");
  });
});
