import { randomUUID } from "node:crypto";
import { prisma, sqlOf } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { LEASE_MILLIS } from "./run-task";
import { claimTask, type Lease, noteProgress } from "./task-leases.repo";
import { endTask, type TaskKey } from "./tasks.repo";

const EVERY_MILLIS = 300;
const BROKEN_OFF = "It was broken off before its end.";

/**
 * Notes how far a task is that its starter does himself, such as a download: hands the pieces on, and ends with them.
 * Pieces end early once the task is stopped. Throws `conflict` for a task that has been begun before.
 */
export async function* followTask<Piece extends { readonly rows: number }>(
  key: TaskKey,
  pieces: AsyncGenerator<Piece>,
  clock: () => Date,
): AsyncGenerator<Piece> {
  const lease: Lease = { ...key, lease: randomUUID() };
  let [done, noted, over] = [0, clock(), false];
  const silentSince = new Date(noted.getTime() - LEASE_MILLIS);
  try {
    if (!(await claimTask(sqlOf(prisma), lease, { now: noted, silentSince }))) throw begunBefore();
    for await (const piece of pieces) {
      yield piece;
      done += piece.rows;
      const now = clock();
      if (now.getTime() - noted.getTime() < EVERY_MILLIS) continue;
      noted = now;
      if (!(await noteProgress(sqlOf(prisma), lease, { done, finished: false, now }))) throw stopped();
    }
    over = await noteProgress(sqlOf(prisma), lease, { done, finished: true, now: clock() });
  } finally {
    if (!over) await breakOff(lease, { pieces, now: clock(), done });
  }
}

/** Whoever read it has gone, or something failed: so has the task, unless it was stopped. */
async function breakOff<Piece>(
  lease: Lease,
  { pieces, now, done }: { pieces: AsyncGenerator<Piece>; now: Date; done: number },
): Promise<void> {
  await pieces.return(undefined);
  const mine = await noteProgress(sqlOf(prisma), lease, { done, finished: false, now });
  if (mine) await endTask(sqlOf(prisma), lease, { state: "failed", now, error: BROKEN_OFF });
}

function begunBefore(): AppError {
  return new AppError("conflict", "This file was fetched before. Start the export again.");
}

function stopped(): AppError {
  return new AppError("conflict", "The export was stopped.");
}
