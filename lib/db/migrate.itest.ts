import { afterEach, describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { isMigrated, migrate } from "./migrate";

const SOME = `(SELECT migration_name FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1)`;

describe("migrate", () => {
  afterEach(async () => {
    await prisma.$executeRawUnsafe(
      "UPDATE _prisma_migrations SET finished_at = started_at, rolled_back_at = NULL",
    );
  });

  it("finds nothing to do on a migrated database", async () => {
    expect(await migrate()).toEqual([]);
    expect(await isMigrated()).toBe(true);
  });

  it("passes on Prisma's explanation of a migration that was begun and not finished", async () => {
    await prisma.$executeRawUnsafe(
      `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ${SOME}`,
    );
    expect(await isMigrated()).toBe(false);
    await expect(migrate()).rejects.toThrow("P3009");
  });
});
