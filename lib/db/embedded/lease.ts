import pg from "pg";
import { embeddedUrl } from "./address";

const NAME = "tollgate-lease";

/**
 * A session that lasts as long as this process uses the embedded server: how others see that it is in use.
 * Undefined when no server answers (none was started, or what it left behind is stale).
 */
export async function takeLease(dataDir: string): Promise<pg.Client | undefined> {
  const connectionString = embeddedUrl(dataDir, "postgres");
  if (!connectionString) return undefined;
  const client = new pg.Client({ connectionString, application_name: NAME, keepAlive: true });
  client.on("error", () => {});
  return client.connect().then(
    () => client,
    () => undefined,
  );
}

/** Whether this lease is the last one; others that are about to leave wait until this one has gone. */
export async function isLastLease(lease: pg.Client): Promise<boolean> {
  await lease.query("SELECT pg_advisory_lock(hashtext($1))", [NAME]);
  const others = await lease.query(
    "SELECT FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()",
    [NAME],
  );
  return others.rowCount === 0;
}
