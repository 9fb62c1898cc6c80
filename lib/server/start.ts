import { readFileSync } from "node:fs";
import { z } from "zod";
import { completeEnv, env } from "@/lib/kernel/env";
import { flushRefusals } from "@/lib/logs";
import { startWorker } from "@/lib/worker";
import { log } from "@/lib/observe";
import { buildWebApp } from "./build-web-app";
import { bringUpDatabase } from "./bring-up-database";
import { fillDemo, sayDemoAccess } from "./demo";
import { explain } from "./failure";
import { openWebServer } from "./http-server";
import { onStopSignal } from "./on-stop-signal";
import { say } from "./progress";
import { routeRequests } from "./route-requests";
import { startWebApp } from "./web-app";

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));

type Options = {
  readonly dev: boolean;
  /** Runs when everything is down again. */
  readonly afterwards?: () => Promise<void>;
};

/** Undoes one part of starting; the last part to come up is the first to go. */
type Closer = () => Promise<unknown>;

/** `npm start`: everything up, in order, then the line that says so; everything down again at a stop signal. */
export async function start(options: Options): Promise<void> {
  const closers: Closer[] = options.afterwards ? [options.afterwards] : [];
  const stop = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  };
  onStopSignal(stop);
  // Whoever read the output has gone (`npm start | head`, a closed terminal): no reason to stop, and none to say so.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
  // A promise that nobody waited for has failed: a bug to be read about, not a reason to drop every request.
  process.on("unhandledRejection", (reason) => log.error(reason));
  try {
    await bringUp(options, closers);
  } catch (error) {
    process.stderr.write(`\nTollgate could not start. ${explain(error)}\n`);
    await stop().catch(() => {});
    process.exit(1);
  }
}

async function bringUp({ dev }: Options, closers: Closer[]): Promise<void> {
  say(`Tollgate ${version} on Node.js ${process.versions.node}`);
  const { port, host } = env();
  await bringUpDatabase((close) => closers.push(close));
  closers.push(flushRefusals);
  await Promise.all([fillDemo(new Date()), dev ? undefined : buildWebApp()]);

  const web = await openWebServer(port, host);
  usePort(web.port);
  const app = await startWebApp({ dev, port: web.port, server: web.server });
  closers.push(app.close, web.close);
  web.answerWith(routeRequests({ dev, webApp: app.handle }));

  if (env().worker) {
    const worker = await startWorker();
    closers.push(worker.stop);
  }
  say(`\nTollgate is ready at http://localhost:${web.port}`);
  await sayDemoAccess(env().url, new Date());
}

/** The address people are told follows the port that was free, unless it was set. */
function usePort(port: number): void {
  const { port: wanted, url } = env();
  completeEnv({ port, url: url === `http://localhost:${wanted}` ? `http://localhost:${port}` : url });
}
