import type { Tx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import type { Package } from "../core/package";
import { packageProblems } from "../core/package-problems";
import { findConnection } from "../connections/connections.repo";
import { findTwin } from "./packages.repo";

/**
 * Throws `invalid_input` for fields that do not go together or a connection that is not there, and `conflict` when
 * another enabled package is sold by the same product or price: then nothing could say which was bought.
 */
export async function requireSound(
  tx: Tx,
  { merchantId }: { merchantId: string },
  made: Package,
): Promise<void> {
  const connection =
    made.connection === null ? null : await findConnection({ merchantId, tx }, made.connection);
  const kind = connection?.kind ?? null;
  const errors = packageProblems(made, kind);
  if (made.connection !== null && kind === null) {
    errors.push({ path: "connection", message: "there is no such connection" });
  }
  if (errors.length > 0) throw new AppError("invalid_input", "Some fields need attention.", { errors });
  if (!made.enabled) return;
  const twin = await findTwin(tx, merchantId, made);
  if (twin) throw takenBy(twin);
}

/**
 * Runs a write that the unique indexes of mappings may refuse: two packages for one product, saved at the same time,
 * each not seeing the other. Throws `conflict` then.
 */
export async function twinAsConflict(write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION) throw takenBy(null);
    throw error;
  }
}

/** Prisma's code of PostgreSQL's 23505. */
const UNIQUE_VIOLATION = "P2002";

function takenBy(twin: Package | null): AppError {
  const who = twin ? `"${twin.name}"` : "Another enabled package";
  const message = `${who} is sold by this product already. Change or disable one of the two.`;
  return new AppError("conflict", message, { extensions: twin ? { package: twin.id } : {} });
}
