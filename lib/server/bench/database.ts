import { join, resolve } from "node:path";
import pg from "pg";
import { startEmbedded } from "@/lib/db/embedded/server";
import { env } from "@/lib/kernel/env";

export type BenchDatabase = {
  /** The throwaway database of the program under test. */
  readonly url: string;
  readonly version: string;
  /** Another database on the same server, made anew. */
  makeSibling(name: string): Promise<string>;
  query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]>;
  /** Drops the databases of this run, and stops the server when it is our own. */
  close(): Promise<void>;
};

/**
 * A database for one run of the benchmark, on the server of `DATABASE_URL` or on an embedded one of its own in
 * `folder`: never the database that Tollgate runs on.
 */
export async function openBenchDatabase(folder: string): Promise<BenchDatabase> {
  const given = env().databaseUrl;
  const server = given === null ? await startEmbedded(resolve(folder, "data")) : null;
  const admin = new URL(given ?? server?.url ?? "");
  admin.pathname = "/postgres";
  const made: string[] = [];

  const make = async (name: string) => {
    const database = `tollgate_bench_${process.pid}_${name}`;
    await run(admin.href, `CREATE DATABASE ${database} TEMPLATE template0`);
    made.push(database);
    return addressOf(admin, database);
  };

  const url = await make("main");
  const session = new pg.Client({ connectionString: url });
  session.on("error", () => {});
  await session.connect();
  const { rows } = await session.query<{ server_version: string }>("SHOW server_version");

  return {
    url,
    version: rows[0]?.server_version ?? "",
    makeSibling: make,
    query: async <Row extends pg.QueryResultRow>(text: string) => (await session.query<Row>(text)).rows,
    async close() {
      await session.end().catch(() => {});
      for (const database of made) await run(admin.href, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await server?.stop();
    },
  };
}

function addressOf(server: URL, database: string): string {
  const url = new URL(server.href);
  url.pathname = join("/", database);
  return url.href;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
