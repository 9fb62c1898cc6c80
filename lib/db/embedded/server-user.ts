import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** PostgreSQL refuses to run as root: then it runs as this system user. */
export type ServerUser = { readonly uid: number; readonly gid: number };

const NAME = "postgres";

/** Where root puts what PostgreSQL's user must reach but cannot where it lies. */
export const OWN_PLACE = "/var/lib/tollgate";

/** The user that PostgreSQL runs as, made when absent; null when this process may run it itself. */
export async function serverUser(): Promise<ServerUser | null> {
  if (process.getuid?.() !== 0) return null;
  const known = await idsOf(NAME);
  if (known) return known;
  const failure = await run("useradd", ["--system", "--user-group", NAME]).then(
    () => undefined,
    (error: unknown) => error,
  );
  const made = await idsOf(NAME); // another process may have made it at the same moment
  if (made) return made;
  throw new Error(
    `PostgreSQL does not run as root and the system user "${NAME}" cannot be made: start Tollgate as another user, or set DATABASE_URL.`,
    { cause: failure },
  );
}

/** Whether the user can enter the folders on the way to a path and read (and enter or run) it. */
export async function reachable(path: string, user: ServerUser): Promise<boolean> {
  return run("test", ["-r", path, "-a", "-x", path], { ...user, cwd: "/" }).then(
    () => true,
    () => false,
  );
}

async function idsOf(name: string): Promise<ServerUser | null> {
  const id = async (flag: string) => Number((await run("id", [flag, name])).stdout);
  try {
    return { uid: await id("-u"), gid: await id("-g") };
  } catch {
    return null;
  }
}
