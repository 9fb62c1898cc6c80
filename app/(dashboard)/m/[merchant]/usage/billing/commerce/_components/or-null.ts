import { AppError } from "@/lib/kernel/errors";

/** What was asked for; null when there is no such thing, which includes another merchant's. */
export async function orNull<Found>(asked: Promise<Found>): Promise<Found | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
