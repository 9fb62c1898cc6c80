import { randomBytes } from "node:crypto";
import { z } from "zod";
import { openBenchDatabase, type BenchDatabase } from "./database";
import { runNode, startNode, type Child } from "./children";

/** What the rows measure: the program under test with a merchant whose customers can pay. */
export type World = {
  readonly database: BenchDatabase;
  readonly url: string;
  readonly key: string;
  readonly wallets: number;
  /** Settings by which another process reaches the same database. */
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

type WorldOptions = {
  readonly folder: string;
  readonly wallets: number;
  readonly web: boolean;
  readonly say: (line: string) => void;
};

const seeded = z.object({ apiKey: z.string() });

/** Brings up a database, a merchant with wallets (`seed bench`), and the server in its own process. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const database = await openBenchDatabase(options.folder);
  const settings = {
    NODE_ENV: "production",
    DATABASE_URL: database.url,
    TOLLGATE_SECRET: randomBytes(32).toString("base64"),
    TOLLGATE_DEMO: "off",
    HOST: "127.0.0.1",
    PORT: "0",
  };
  try {
    options.say(`PostgreSQL ${database.version}; making a merchant with ${options.wallets} wallets …`);
    const key = await makeMerchant(settings, options.wallets);
    // A database that has run for a while knows its tables; one filled a second ago does not.
    await database.query("VACUUM ANALYZE");
    const server = await startServer(settings, options.web);
    const url = `http://127.0.0.1:${server.match[1]}`;
    const close = async () => {
      await server.stop();
      await database.close();
    };
    return { database, url, key, wallets: options.wallets, settings, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function makeMerchant(settings: Record<string, string>, wallets: number): Promise<string> {
  const argv = ["lib/server/cli.mjs", "seed", "bench", "--wallets", String(wallets), "--json"];
  return seeded.parse(JSON.parse(await runNode(argv, settings))).apiKey;
}

function startServer(
  settings: Record<string, string>,
  web: boolean,
): Promise<Child & { match: RegExpExecArray }> {
  const argv = ["--max-semi-space-size=64", "lib/server/bench/served.mjs", ...(web ? [] : ["--no-web"])];
  return startNode(argv, /Serving at http:\/\/127\.0\.0\.1:(\d+)/, settings);
}
