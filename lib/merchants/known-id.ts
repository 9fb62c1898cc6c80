import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";

const uuid = z.uuid();

/** An id that cannot be one of ours is of nothing that exists: throws `not_found` with the given words. */
export function requireId(id: string, message: string): void {
  if (!uuid.safeParse(id).success) throw new AppError("not_found", message);
}
