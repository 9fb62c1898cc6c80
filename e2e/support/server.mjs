// @ts-check
/** Starts the built app for browser tests: as `npm start` does, on a database of its own that is dropped after. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importBundled } from "../../lib/server/import-bundled.mjs";
import { prepare } from "../../lib/server/prepare.mjs";

Reflect.set(process.env, "NODE_ENV", "production");
await prepare();
const { cloneDatabase, startTestServer } = await import("../../lib/db/testing/databases.ts");
const { start } = await importBundled("lib/server/start.ts");

const given = process.env["DATABASE_URL"];
const server = await startTestServer(given);
const source = { adminUrl: server.adminUrl, template: await server.template() };
const dataDir = mkdtempSync(join(tmpdir(), "tollgate-e2e-"));

process.env["DATABASE_URL"] = await cloneDatabase(source, `${process.pid}_e2e`);
process.env["TOLLGATE_SECRET"] ??= "browser tests sign their sessions with this";
process.env["TOLLGATE_DATA_DIR"] = dataDir;
process.env["TOLLGATE_MAIL"] = "file";
process.env["PORT"] = process.env["E2E_PORT"] ?? "3210";

// Operator commands for journeys: in this process, since each of its own would take seconds to load.
const { COMMANDS } = await import("../../lib/server/cli/commands.ts");
const operator = createServer(async (request, response) => {
  try {
    const [name, ...args] = /** @type {[string, ...string[]]} */ (await json(request));
    const command = await COMMANDS[name]?.();
    if (!command) throw new Error(`There is no command "${name}".`);
    response.end(JSON.stringify((await command.read(args)()).json));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
await new Promise((ready) => operator.listen(0, "127.0.0.1", () => ready(undefined)));
const address = operator.address();
const OPERATOR_PORT = typeof address === "object" && address ? String(address.port) : "";

// What a journey needs to run operator commands on the same database (e2e/support/merchant.ts).
const { DATABASE_URL, TOLLGATE_SECRET, TOLLGATE_DATA_DIR } = process.env;
mkdirSync("test-results", { recursive: true });
writeFileSync(
  "test-results/e2e-server.json",
  JSON.stringify({ DATABASE_URL, TOLLGATE_SECRET, TOLLGATE_DATA_DIR, OPERATOR_PORT }),
);

await start({
  dev: false,
  async afterwards() {
    operator.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
});
