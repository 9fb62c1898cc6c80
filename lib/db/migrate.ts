import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { childEnv, databaseUrl } from "@/lib/kernel/env";

const run = promisify(execFile);

const FOLDER = resolve("prisma/migrations");
const NO_SUCH_TABLE = "42P01";
const NO_SUCH_DATABASE = "3D000";

type Migration = { readonly name: string; readonly checksum: string };

/**
 * Brings the database up to the migrations of this version and returns the names of those applied now. With
 * nothing to do it only compares names and checksums; otherwise `prisma migrate deploy` does the work, so the
 * history is Prisma's own. Several processes may migrate at once. Throws with Prisma's explanation.
 */
export async function migrate(url: string = databaseUrl()): Promise<string[]> {
  const applied = await listApplied(url);
  const pending = listMigrations().filter(({ name, checksum }) => applied.get(name) !== checksum);
  if (pending.length === 0 && !applied.has(UNFINISHED)) return [];
  await deploy(url);
  return pending.map(({ name }) => name);
}

/** Whether every migration of this version has been applied. */
export async function isMigrated(): Promise<boolean> {
  const applied = await listApplied(databaseUrl());
  return listMigrations().every(({ name, checksum }) => applied.get(name) === checksum);
}

function listMigrations(): Migration[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(FOLDER, entry.name, "migration.sql")))
    .map(({ name }) => {
      const script = readFileSync(join(FOLDER, name, "migration.sql"));
      return { name, checksum: createHash("sha256").update(script).digest("hex") };
    });
}

/** Stands for a migration that was begun and neither finished nor rolled back: Prisma has to explain it. */
const UNFINISHED = "";

async function listApplied(url: string): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
      `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
         FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
    );
    return new Map(rows.map((row) => [row.finished ? row.name : UNFINISHED, row.checksum]));
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (code === NO_SUCH_TABLE || code === NO_SUCH_DATABASE) return new Map();
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

async function deploy(url: string): Promise<void> {
  const cli = resolve("node_modules/prisma/build/index.js");
  const env = childEnv({ DATABASE_URL: url });
  try {
    await run(process.execPath, [cli, "migrate", "deploy", "--config", ".config/prisma.ts"], { env });
  } catch (cause) {
    throw new Error(`The database could not be migrated.\n${outputOf(cause)}`, { cause });
  }
}

function outputOf(error: unknown): string {
  const parts = ["stdout", "stderr"].map((name) =>
    error instanceof Error ? String(Reflect.get(error, name) ?? "") : "",
  );
  return parts.join("\n").trim();
}
