import pg from "pg";
import { closeDatabase } from "@/lib/db";
import { startEmbedded, type EmbeddedServer } from "@/lib/db/embedded/server";
import { completeEnv, env } from "@/lib/kernel/env";
import { log } from "@/lib/observe";
import { StartError } from "./failure";
import { keptSecret } from "./secret";

const OLDEST = 15;

export type OpenDatabase = {
  /** For people: which server this is. Holds no password. */
  readonly description: string;
  /** Closes the connections, and the embedded server when nobody else uses it. */
  close(): Promise<void>;
};

/**
 * Makes the configured database reachable: the server behind `DATABASE_URL`, or the embedded one, which is
 * started if need be and started again whenever it dies. Throws `StartError` with the remedy.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const { databaseUrl: given, dataDir, secret } = env();
  if (given) {
    const version = await serverVersion(given);
    return { description: `PostgreSQL ${version} at ${placeOf(given)}`, close: closeDatabase };
  }
  const keeper = await keepEmbedded(dataDir);
  completeEnv({ databaseUrl: keeper.url, secret: secret ?? keptSecret(dataDir) });
  const version = await serverVersion(new URL("/postgres", keeper.url).href);
  return {
    description: `embedded PostgreSQL ${version} at ${placeOf(keeper.url)}`,
    async close() {
      await closeDatabase();
      await keeper.stop();
    },
  };
}

/** Holds the embedded server, on one and the same port, until told to stop. */
async function keepEmbedded(dataDir: string) {
  let server = await startEmbedded(dataDir);
  const { url } = server;
  const port = Number(new URL(url).port);
  let stopped = false;

  const watch = (watched: EmbeddedServer) =>
    watched.lost.then(async () => {
      if (stopped) return;
      log.warn("The embedded PostgreSQL went away; starting it again.");
      server = await startEmbedded(dataDir, port);
      void watch(server).catch(log.error);
    });
  void watch(server).catch(log.error);

  return {
    url,
    async stop() {
      stopped = true;
      await server.stop();
    },
  };
}

async function serverVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    const [version = ""] = (rows[0]?.server_version ?? "").split(" ");
    if (Number.parseInt(version, 10) < OLDEST) {
      throw new StartError(`Tollgate needs PostgreSQL ${OLDEST} or newer; ${placeOf(url)} runs ${version}.`);
    }
    return version;
  } catch (error) {
    // A database that does not exist yet is made by the migrations.
    if (codeOf(error) === "3D000" && !url.endsWith("/postgres")) {
      return await serverVersion(new URL("/postgres", url).href);
    }
    throw sentenceFor(error, placeOf(url));
  } finally {
    await client.end().catch(() => {});
  }
}

function sentenceFor(error: unknown, place: string): unknown {
  const code = codeOf(error);
  if (error instanceof StartError || !code) return error;
  if (code.startsWith("28")) {
    return new StartError(`PostgreSQL at ${place} refuses the user or password of DATABASE_URL.`, error);
  }
  if (["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENOENT"].includes(code)) {
    return new StartError(
      `No PostgreSQL answers at ${place} (${code}): start it, correct DATABASE_URL, or unset it to use the embedded one.`,
      error,
    );
  }
  return error;
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]); // one attempt per address of the host
  if (!(error instanceof Error)) return undefined;
  const code: unknown = Reflect.get(error, "code");
  if (typeof code === "string") return code;
  return error.message.includes("timeout") ? "ETIMEDOUT" : undefined;
}

/** Host, port and database of an address: what may be shown of it. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
}
