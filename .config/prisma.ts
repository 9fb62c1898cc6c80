import { resolve } from "node:path";
import { defineConfig } from "prisma/config";
import { embeddedUrl } from "../lib/db/embedded/address";

const root = resolve(import.meta.dirname, "..");

// Prisma's own schema engine as WebAssembly, so that no command downloads a binary. Set to "" for the native one.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= resolve(root, "prisma/engine/schema-engine.mjs");
process.env["CHECKPOINT_DISABLE"] ??= "1";
// The command line reads the engine's stderr as JSON: a warning of Node's in it would end the command.
process.env["NODE_NO_WARNINGS"] = "1";

const url =
  process.env["DATABASE_URL"] || embeddedUrl(resolve(root, process.env["TOLLGATE_DATA_DIR"] || ".data"));

export default defineConfig({
  schema: resolve(root, "prisma/schema"),
  migrations: { path: resolve(root, "prisma/migrations") },
  ...(url ? { datasource: { url } } : {}),
});
