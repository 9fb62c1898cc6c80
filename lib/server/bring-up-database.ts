import { migrate } from "@/lib/db/migrate";
import { openDatabase, type OpenDatabase } from "./open-database";
import { step } from "./progress";

/** The database reachable, migrated and ready for this month's logs, with a line for each. */
export async function bringUpDatabase(): Promise<OpenDatabase> {
  const database = await step("Database", openDatabase, ({ description }) => `Database: ${description}`);
  try {
    await step("Migrations", () => migrate(), migrated);
    return database;
  } catch (error) {
    await database.close().catch(() => {});
    throw error;
  }
}

function migrated(applied: readonly string[]): string {
  return applied.length === 0 ? "Migrations: nothing to do" : `Migrations: applied ${applied.join(", ")}`;
}
