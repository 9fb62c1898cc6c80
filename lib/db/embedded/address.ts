import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the embedded server leaves in the data folder about itself; other processes find it by this. */
export type EmbeddedFiles = {
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** The superuser's password, made at the first start. */
  readonly password: string;
};

const FILE_WITH_PLACE = "postgres-location";

/**
 * Where the embedded database of a data folder lives: inside it, or, when PostgreSQL's user cannot enter that
 * folder, at the place named in its `postgres-location` file.
 */
export function embeddedFiles(dataDir: string): EmbeddedFiles {
  const note = join(dataDir, FILE_WITH_PLACE);
  const cluster = existsSync(note) ? readFileSync(note, "utf8").trim() : join(dataDir, "postgres");
  return { cluster, password: join(cluster, "superuser-password") };
}

/** The note that sends every later start to a cluster outside the data folder. */
export function placeNote(dataDir: string): string {
  return join(dataDir, FILE_WITH_PLACE);
}

/** The address of the data folder's running embedded database; undefined when none is ready. */
export function embeddedUrl(dataDir: string, database = "tollgate"): string | undefined {
  const { cluster, password } = embeddedFiles(dataDir);
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return undefined;
  const [, , , port, , , , status] = readFileSync(pidFile, "utf8").split("\n");
  if (status?.trim() !== "ready") return undefined;
  return `postgresql://postgres:${readFileSync(password, "utf8")}@127.0.0.1:${port}/${database}`;
}
