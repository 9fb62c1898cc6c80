import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/lib/db";
import { cloneDatabase, dropDatabase } from "./databases";

/** Before each test file: a database of its own, so that a test may also speak about all of it. */
const { run, ...source } = inject("databases");
const url = await cloneDatabase(source, `${run}_${randomBytes(4).toString("hex")}`);
process.env["DATABASE_URL"] = url;
process.env["TOLLGATE_SECRET"] = "integration tests sign with this secret";

afterAll(async () => {
  await closeDatabase();
  await dropDatabase(source.adminUrl, url);
});
