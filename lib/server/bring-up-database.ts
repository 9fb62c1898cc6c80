import { migrate } from "@/lib/db/migrate";
import { ensureLogPartitions } from "@/lib/logs";
import { openDatabase } from "./open-database";
import { step } from "./progress";

/** The database reachable and migrated, with a line for each. `opened` is told at once how to close it again. */
export async function bringUpDatabase(opened: (close: () => Promise<void>) => void): Promise<void> {
  const database = await step("Database", openDatabase, ({ description }) => `Database: ${description}`);
  opened(database.close);
  await step("Migrations", () => migrate(), migrated);
  await ensureLogPartitions(new Date());
}

function migrated(applied: readonly string[]): string {
  return applied.length === 0 ? "Migrations: nothing to do" : `Migrations: applied ${applied.join(", ")}`;
}
