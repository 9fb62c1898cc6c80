import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "..");
const FILES = (ending: string) => `{lib,components,app,prisma}/**/*.${ending}`;
const database = {
  globalSetup: "lib/db/testing/global-setup.ts",
  setupFiles: "lib/db/testing/worker-setup.ts",
};
const project = (name: string, endings: string[], options: object) => ({
  extends: true as const,
  test: { name, include: endings.map(FILES), ...options },
});

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    // A slow machine is no failure: only what hangs is cut off.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each core: PostgreSQL and the processes of tests wait for each other in turn.
    maxWorkers: availableParallelism(),
    projects: [
      project("unit", ["test.ts", "test.tsx"], { isolate: false }),
      // Files of a worker share its database and what they loaded, which takes a third of the time. Those that speak
      // about all of a database, or stand in for a library, are named `….apart.itest.ts` and have a process each.
      project("db", ["itest.ts"], { ...database, isolate: false, exclude: [FILES("apart.itest.ts")] }),
      project("db-apart", ["apart.itest.ts"], database),
    ],
  },
});
