import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import { startEmbedded } from "../embedded/server";
import { migrate } from "../migrate";

const PREFIX = "tollgate_test";
const DUPLICATE = "42P04";

export type TestServer = {
  /** Creates and drops databases; not a test's own. */
  readonly adminUrl: string;
  /** The name of a migrated database to clone from. */
  template(): Promise<string>;
  /** Drops what this run made and gives the server up. */
  stop(): Promise<void>;
};

/**
 * The PostgreSQL server that tests run on: the one of `given` (only databases named `tollgate_test…` are made and
 * dropped on it), or an embedded one with a data folder of its own.
 */
export async function startTestServer(given: string | undefined): Promise<TestServer> {
  if (given) {
    return {
      adminUrl: given,
      template: () => makeTemplate(given),
      stop: () => dropDatabases(given, (pid) => pid === process.pid),
    };
  }
  const server = await startEmbedded(resolve(".data/test"));
  const adminUrl = urlOf(server.url, "postgres");
  await makeHasty(adminUrl);
  await dropDatabases(adminUrl, (pid) => !isAlive(pid));
  return {
    adminUrl,
    template: () => keepTemplate(adminUrl),
    async stop() {
      await dropDatabases(adminUrl, (pid) => pid === process.pid);
      await server.stop();
    },
  };
}

/** What tests write need not outlast a power cut, so nobody waits for the disk. */
async function makeHasty(adminUrl: string): Promise<void> {
  await ask(adminUrl, "ALTER SYSTEM SET fsync = off");
  await ask(adminUrl, "ALTER SYSTEM SET full_page_writes = off");
  await ask(adminUrl, "SELECT pg_reload_conf()");
}

/** Ours to keep: made once per state of the migrations, then found by later runs. */
async function keepTemplate(adminUrl: string): Promise<string> {
  const name = `tollgate_template_${migrationsHash()}`;
  if ((await ask(adminUrl, "SELECT FROM pg_database WHERE datname = $1", [name])) > 0) return name;
  const made = await makeTemplate(adminUrl);
  await ask(adminUrl, `ALTER DATABASE ${made} RENAME TO ${name}`).catch(ignoring(DUPLICATE));
  return name;
}

/** With the schema of jobs, which every clone would make anew. Dropped at the end of the run with its other databases. */
async function makeTemplate(adminUrl: string): Promise<string> {
  const name = `${PREFIX}_${process.pid}_template`;
  const connectionString = urlOf(adminUrl, name);
  await migrate(connectionString);
  await runMigrations({ connectionString, logger: new Logger(() => () => {}) });
  return name;
}

/** Clones the template and returns the address of the clone. `name` begins with the process id of the run. */
export async function cloneDatabase(
  source: { readonly adminUrl: string; readonly template: string },
  name: string,
): Promise<string> {
  const database = `${PREFIX}_${name}`;
  await ask(source.adminUrl, `CREATE DATABASE ${database} TEMPLATE ${source.template}`);
  return urlOf(source.adminUrl, database);
}

async function dropDatabases(adminUrl: string, ofRun: (pid: number) => boolean): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      "SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)",
      [PREFIX],
    );
    for (const { name } of rows) {
      const pid = Number(name.split("_")[2]);
      if (ofRun(pid)) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    }
  } finally {
    await client.end();
  }
}

async function ask(url: string, sql: string, params: string[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, params)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

function ignoring(code: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof pg.DatabaseError && error.code === code)) throw error;
  };
}

function migrationsHash(): string {
  const hash = createHash("sha256").update(readFileSync("node_modules/graphile-worker/package.json"));
  for (const file of readdirSync("prisma/migrations", { recursive: true, encoding: "utf8" }).sort()) {
    if (file.endsWith(".sql")) hash.update(file).update(readFileSync(join("prisma/migrations", file)));
  }
  return hash.digest("hex").slice(0, 12);
}

function urlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
