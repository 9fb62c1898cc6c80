import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/lib/db";
import { completeEnv } from "@/lib/kernel/env";
import { cloneDatabase } from "./databases";

/** Before each test file: its worker has a database of its own, which the files of that worker share in turn. */
const { run, ...source } = inject("databases");
completeEnv({
  databaseUrl: await cloneDatabase(source, `${run}_${process.env["VITEST_POOL_ID"]}`),
  secret: "integration tests sign with this secret",
});

afterAll(closeDatabase);
