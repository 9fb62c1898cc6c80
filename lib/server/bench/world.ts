import { randomBytes } from "node:crypto";
import { z } from "zod";
import { makeApiClient } from "../traffic/api-client";
import { Slots } from "../traffic/pace";
import { openBenchDatabase, type BenchDatabase } from "./database";
import { runNode, startNode, type Child } from "./children";
import { HOT_CUSTOMER } from "./load/kinds";

/** What the rows measure: the program under test with a merchant whose customers can pay. */
export type World = {
  readonly database: BenchDatabase;
  readonly url: string;
  readonly key: string;
  readonly slug: string;
  readonly wallets: number;
  /** Settings by which another process reaches the same database. */
  readonly settings: Readonly<Record<string, string>>;
  close(): Promise<void>;
};

export type WorldOptions = {
  readonly folder: string;
  readonly wallets: number;
  readonly web: boolean;
  readonly say: (line: string) => void;
};

const MERCHANT = { slug: "bench", ownerEmail: "owner@example.com" };
const TSX = ["--import", "tsx"];
const created = z.object({ apiKey: z.string() });
/** More than any run can spend. */
const GRANT = "1000000000";

/** Brings up a database, the server in its own process, a merchant, a pricing rule and the wallets. */
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
    const key = await makeMerchant(settings);
    const server = await startServer(settings, options.web);
    const url = `http://127.0.0.1:${server.match[1]}`;
    await fill(url, key, options.wallets).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
    const close = async () => {
      await server.stop();
      await database.close();
    };
    return { database, url, key, slug: MERCHANT.slug, wallets: options.wallets, settings, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function makeMerchant(settings: Record<string, string>): Promise<string> {
  const owner = ["--owner-email", MERCHANT.ownerEmail, "--owner-password", randomBytes(12).toString("hex")];
  const argv = [
    "lib/server/cli.mjs",
    "merchant:create",
    "--name",
    "Bench",
    "--slug",
    MERCHANT.slug,
    ...owner,
    "--json",
  ];
  return created.parse(JSON.parse(await runNode(argv, settings))).apiKey;
}

function startServer(
  settings: Record<string, string>,
  web: boolean,
): Promise<Child & { match: RegExpExecArray }> {
  const argv = [...TSX, "lib/server/bench/served.ts", ...(web ? [] : ["--no-web"])];
  return startNode(argv, /Serving at http:\/\/127\.0\.0\.1:(\d+)/, settings);
}

/** Through the API, as a merchant would: a rule for tokens, and credits for everybody. */
async function fill(url: string, key: string, wallets: number): Promise<void> {
  const client = makeApiClient({ url, key, connections: 32, outageSeconds: 10 });
  const send = async (path: string, body: object) => {
    const { status, body: answer } = await client.post(`/api/v1${path}`, body);
    if (status >= 300) throw new Error(`POST ${path} answered ${status}: ${JSON.stringify(answer)}`);
  };
  try {
    const rates = { method: "per_1k_tokens", inputRate: "1", outputRate: "2", rounding: "up_to_whole" };
    await send("/pricing-rules", {
      module: "chatbot",
      operation: "chat",
      provider: "openai",
      model: "gpt-4o",
      ...rates,
    });
    const slots = new Slots(32);
    const names = [HOT_CUSTOMER, ...Array.from({ length: wallets }, (_, index) => `w-${index}`)];
    const failures: unknown[] = [];
    for (const name of names) {
      const grant = { id: `grant-${name}`, amount: GRANT, category: "paid", reason: "Benchmark" };
      await slots.start(() =>
        send(`/customers/${name}/credits`, grant).catch((error) => void failures.push(error)),
      );
      if (failures.length > 0) break;
    }
    await slots.idle();
    if (failures[0]) throw failures[0];
  } finally {
    client.close();
  }
}
