import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { cloneDatabase } from "./databases";

declare global {
  var tollgateTestDatabase: Promise<string> | undefined;
}

/**
 * Before the first test file of a worker: a database of its own. Its files share it and what they loaded, one after the
 * other, and keep to merchants of their own; it is dropped with the run.
 */
const { run, ...source } = inject("databases");
globalThis.tollgateTestDatabase ??= cloneDatabase(source, `${run}_${randomBytes(4).toString("hex")}`);
process.env["DATABASE_URL"] = await globalThis.tollgateTestDatabase;
process.env["TOLLGATE_SECRET"] = "integration tests sign with this secret";
