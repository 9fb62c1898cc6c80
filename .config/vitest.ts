import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "..");

export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    // A slow machine is no failure: only what hangs is cut off.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,app,prisma}/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["{lib,app,prisma}/**/*.itest.ts"],
          globalSetup: "lib/db/testing/global-setup.ts",
          setupFiles: "lib/db/testing/worker-setup.ts",
        },
      },
    ],
  },
});
