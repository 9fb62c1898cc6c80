// @ts-check
/** Starts the built app for browser tests: as `npm start` does, on a database of its own that is dropped after. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare } from "../../lib/server/prepare.mjs";

Reflect.set(process.env, "NODE_ENV", "production");
await prepare();
const { cloneDatabase, startTestServer } = await import("../../lib/db/testing/databases.ts");
const { start } = await import("../../lib/server/start.ts");

const given = process.env["DATABASE_URL"];
const server = await startTestServer(given);
const source = { adminUrl: server.adminUrl, template: await server.template() };
const dataDir = mkdtempSync(join(tmpdir(), "tollgate-e2e-"));

process.env["DATABASE_URL"] = await cloneDatabase(source, `${process.pid}_e2e`);
process.env["TOLLGATE_SECRET"] ??= "browser tests sign their sessions with this";
process.env["TOLLGATE_DATA_DIR"] = dataDir;
process.env["PORT"] = process.env["E2E_PORT"] ?? "3210";

await start({
  dev: false,
  async afterwards() {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  },
});
