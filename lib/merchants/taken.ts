import { AppError } from "@/lib/kernel/errors";

const UNIQUE_VIOLATION = "P2002";

/** Runs a write; when a unique key of the database refuses it, throws `conflict` with this message instead. */
export async function takenAsConflict<T>(message: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION) {
      throw new AppError("conflict", message);
    }
    throw error;
  }
}
