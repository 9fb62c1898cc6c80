/**
 * The program under test in a process of its own: everything `npm start` runs, plus one bare Hono handler behind
 * the same server, which shows what the server alone can do. Not part of the product.
 */
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { env } from "@/lib/kernel/env";
import { buildWebApp } from "../build-web-app";
import { bringUpDatabase } from "../bring-up-database";
import { type Handler, openWebServer } from "../http-server";
import { onStopSignal } from "../on-stop-signal";
import { say } from "../progress";
import { routeRequests } from "../route-requests";
import { startWebApp } from "../web-app";
import { BARE_HONO_PATH } from "./peer-paths";

const bare = new Hono().post(BARE_HONO_PATH, (c) => c.json({ ok: true, cost: "2" }));
const answerBare = getRequestListener(bare.fetch);

/** Sends the bare path to its handler and everything else where the product sends it. */
function withBare(product: Handler): Handler {
  return (request, response) =>
    request.url === BARE_HONO_PATH ? answerBare(request, response) : product(request, response);
}

/** Without the web app (`--no-web`) only the API is served: for trying things out while the web app does not build. */
async function serve(withWeb: boolean): Promise<void> {
  const closers: (() => Promise<unknown>)[] = [];
  onStopSignal(async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  });
  const { port, host } = env();
  await bringUpDatabase((close) => closers.push(close));
  if (withWeb) await buildWebApp();
  const web = await openWebServer(port, host);
  closers.push(web.close);
  const app = withWeb ? await startWebApp({ dev: false, port: web.port, server: web.server }) : null;
  if (app) closers.push(app.close);
  const webApp: Handler = app?.handle ?? ((_request, response) => response.writeHead(404).end());
  web.answerWith(withBare(routeRequests({ dev: false, webApp })));
  say(`Serving at http://127.0.0.1:${web.port}`);
}

await serve(!process.argv.includes("--no-web"));
