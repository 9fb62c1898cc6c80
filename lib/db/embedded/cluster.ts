import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { embeddedFiles, type EmbeddedFiles, placeNote } from "./address";
import { OWN_PLACE, reachable, type ServerUser } from "./server-user";

const run = promisify(execFile);

const INITDB = [
  "--username=postgres",
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  // Sorting by a collation built into PostgreSQL: no system update can change it under our indexes.
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
];

/**
 * The data folder's cluster, made at the first start. A folder that PostgreSQL's user cannot enter gets its
 * cluster elsewhere and a note saying where. Of two processes that make it at once, one wins and both go on.
 */
export async function ensureCluster(
  dataDir: string,
  initdb: string,
  user: ServerUser | null,
): Promise<EmbeddedFiles> {
  mkdirSync(dataDir, { recursive: true });
  const known = embeddedFiles(dataDir);
  if (existsSync(known.cluster)) return known;
  if (user && !(await reachable(dataDir, user))) settleElsewhere(dataDir);
  const files = embeddedFiles(dataDir);
  if (!existsSync(files.cluster)) await makeCluster(files.cluster, initdb, user);
  return files;
}

/** A new place each time: whoever deletes the data folder wants an empty database. The first note stands. */
function settleElsewhere(dataDir: string): void {
  mkdirSync(OWN_PLACE, { recursive: true, mode: 0o755 });
  const place = join(OWN_PLACE, `data-${randomBytes(6).toString("hex")}`);
  try {
    writeFileSync(placeNote(dataDir), `${place}\n`, { flag: "wx" });
  } catch (error) {
    if (!existsSync(placeNote(dataDir))) throw error;
  }
}

/** Made under another name and then renamed, so that a cluster is there whole or not at all. */
async function makeCluster(cluster: string, initdb: string, user: ServerUser | null): Promise<void> {
  const unfinished = `${cluster}.${process.pid}`;
  const password = `${unfinished}.password`;
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(password, randomBytes(18).toString("base64url"), { mode: 0o600 });
  if (user) [unfinished, password].forEach((path) => chownSync(path, user.uid, user.gid));
  try {
    await run(initdb, ["-D", unfinished, `--pwfile=${password}`, ...INITDB], {
      ...(user ?? {}),
      cwd: user ? "/" : dirname(cluster),
    });
    renameSync(password, join(unfinished, "superuser-password"));
    renameSync(unfinished, cluster);
  } catch (error) {
    if (!existsSync(cluster)) throw error;
  } finally {
    [unfinished, password].forEach((path) => rmSync(path, { recursive: true, force: true }));
  }
}
