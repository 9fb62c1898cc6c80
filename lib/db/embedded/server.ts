import { execFile } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type pg from "pg";
import { embeddedUrl } from "./address";
import { findBinaries } from "./binaries";
import { ensureCluster } from "./cluster";
import { isLastLease, takeLease } from "./lease";
import { serverUser, type ServerUser } from "./server-user";
import { serverOptions } from "./settings";

const run = promisify(execFile);

const FIRST_PORT = 54_329;
/** Replaying the log after a crash can take long; so can a slow disk. */
const START_SECONDS = 300;
/** For how long remains of a killed server, or another process starting it, may make a start fail. */
const PATIENCE_MILLIS = 30_000;

export type EmbeddedServer = {
  readonly url: string;
  /** Resolves when the server has gone away without being asked to. */
  readonly lost: Promise<void>;
  /** Gives the server up, and stops it when no other process uses it. */
  stop(): Promise<void>;
};

type Control = { readonly pgCtl: string; readonly cluster: string; readonly user: ServerUser | null };

/**
 * Brings up the data folder's PostgreSQL and holds it until `stop`. A server that runs already, left by a killed
 * process or used by another one, is shared. `port` is the one to use if it is free.
 */
export async function startEmbedded(dataDir: string, port = FIRST_PORT): Promise<EmbeddedServer> {
  const user = await serverUser();
  const { initdb, pgCtl } = await findBinaries(user);
  const { cluster } = await ensureCluster(dataDir, initdb, user);
  const control = { pgCtl, cluster, user };
  const lease = (await takeLease(dataDir)) ?? (await startServer(control, dataDir, port));
  const url = embeddedUrl(dataDir);
  if (!url) throw new Error("The embedded PostgreSQL went away while Tollgate was starting; start again.");
  let leaving = false;
  return {
    url,
    lost: new Promise((resolve) => lease.on("end", () => !leaving && resolve())),
    async stop() {
      leaving = true;
      const last = await isLastLease(lease).catch(() => false); // it is gone already
      if (last) await pgCtlRun(control, ["stop", "-w", "-m", "fast"]);
      await lease.end().catch(() => {});
    },
  };
}

async function startServer(control: Control, dataDir: string, port: number): Promise<pg.Client> {
  const log = join(control.cluster, "server.log");
  const deadline = performance.now() + PATIENCE_MILLIS;
  for (;;) {
    const options = serverOptions(await freePort(port));
    const start = ["start", "-w", "-t", String(START_SECONDS), "-l", log, "-o", options];
    const failure = await pgCtlRun(control, start).then(
      () => undefined,
      (error: unknown) => error,
    );
    const lease = await takeLease(dataDir);
    if (lease) return lease;
    if (performance.now() > deadline) {
      throw new Error(`The embedded PostgreSQL did not start; see ${log}`, { cause: failure });
    }
    await wait(250);
  }
}

async function pgCtlRun({ pgCtl, cluster, user }: Control, [command = "", ...rest]: string[]): Promise<void> {
  await run(pgCtl, [command, "-D", cluster, ...rest], { ...(user ?? {}), cwd: cluster });
}

function freePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () => probe.once("error", reject).listen(0, "127.0.0.1"));
    probe.once("listening", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : preferred;
      probe.close(() => resolve(port));
    });
    probe.listen(preferred, "127.0.0.1");
  });
}
