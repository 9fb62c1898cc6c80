import { prisma } from "./client";
import { closeListening } from "./listen";
import { closePools } from "./pools";

/** Lets running statements finish and closes every database connection of this process. */
export async function closeDatabase(): Promise<void> {
  await closeListening();
  await Promise.all([closePools(), prisma.$disconnect()]);
}
