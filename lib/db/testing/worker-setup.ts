import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/lib/db";
import { cloneDatabase } from "./databases";

/** Before each test file: its worker has a database of its own, which the files of that worker share in turn. */
const { run, ...source } = inject("databases");
process.env["DATABASE_URL"] = await cloneDatabase(source, `${run}_${process.env["VITEST_POOL_ID"]}`);
process.env["TOLLGATE_SECRET"] = "integration tests sign with this secret";

afterAll(closeDatabase);
