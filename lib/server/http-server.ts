import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/observe";
import { StartError } from "./failure";
import { say } from "./progress";

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export type WebServer = {
  readonly port: number;
  readonly server: Server;
  /** From now on, requests are answered by this; before, they are asked to come back in a moment. */
  answerWith(handler: Handler): void;
  /** Takes no new connections, lets running requests finish, and cuts off what is left after a while. */
  close(): Promise<void>;
};

const PORTS_TO_TRY = 100;
const DRAIN_MILLIS = 10_000;
/** Longer than the idle time of common proxies, so that they, not we, close a connection. */
const KEEP_ALIVE_MILLIS = 65_000;

/** Listens on the first free port from `port` on and says so when it is another one. */
export async function openWebServer(port: number, host: string | null): Promise<WebServer> {
  let handler: Handler = askToWait;
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MILLIS }, (request, response) => {
    const answering = handler(request, response);
    if (answering instanceof Promise) answering.catch((error: unknown) => fail(error, response));
  });
  const opened = await listenOnFreePort(server, port, host);
  return {
    port: opened,
    server,
    answerWith(next) {
      handler = next;
    },
    close: () => drain(server),
  };
}

async function listenOnFreePort(server: Server, wanted: number, host: string | null): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + PORTS_TO_TRY, 65_536); port += 1) {
    const failure = await tryListen(server, port, host);
    if (!failure) {
      const opened = addressOf(server).port;
      if (wanted !== 0 && opened !== wanted) say(`  Port ${wanted} is taken: using ${opened}.`);
      return opened;
    }
    if (failure.code === "EACCES") {
      throw new StartError(`This user may not listen on port ${port}: set PORT to 1024 or more.`, failure);
    }
    if (failure.code === "EADDRNOTAVAIL" || failure.code === "ENOTFOUND") {
      throw new StartError(`HOST=${host} is not an address of this machine: correct or unset it.`, failure);
    }
    if (failure.code !== "EADDRINUSE") throw failure;
  }
  throw new StartError(`No free port from ${wanted} on: set PORT to another one.`);
}

function tryListen(
  server: Server,
  port: number,
  host: string | null,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => resolve(error);
    server.once("error", failed);
    server.listen({ port, ...(host ? { host } : {}) }, () => {
      server.off("error", failed);
      resolve(undefined);
    });
  });
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (typeof address === "object" && address) return address;
  throw new Error("The server has no port.");
}

function askToWait(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { "retry-after": "1", "content-type": "text/plain" });
  response.end("Tollgate is starting.\n");
}

/** A handler answers its own failures; one that cannot has a bug, and the caller still deserves an end. */
function fail(error: unknown, response: ServerResponse): void {
  log.error(error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end();
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A kept-alive connection counts as open: close each as soon as its request is answered.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, wait(DRAIN_MILLIS, undefined, { ref: false })]);
  clearInterval(sweep);
  server.closeAllConnections();
  await closed;
}
