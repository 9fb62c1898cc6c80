import { prisma, readSql, sqlOf } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { followTask } from "@/lib/tasks";
import type { ConnectionKind } from "../connections/kinds";
import { findConnection, noteProblem, saveReconciled } from "../connections/connections.repo";
import { isOfStripe, problemOf } from "../stripe/client";
import { ShopUnreachable } from "../woocommerce/request-shop";
import { ShopRefusal } from "../woocommerce/shop";
import { addDifferences } from "./differences.repo";
import { reconcileAccount } from "./reconcile-account";
import { reconcileShop } from "./reconcile-shop";
import type { Compared, Reconciler, Reconciling } from "./reconciler";
import { reconcileJob } from "./start-reconciliation";

const RECONCILERS = {
  woocommerce: reconcileShop,
  stripe: reconcileAccount,
} as const satisfies Record<ConnectionKind, Reconciler>;

/**
 * The job of a reconciliation: compares piece by piece, lists what differs under its task, and notes how far it came. One
 * that comes to its end is where the next one begins. A task that was stopped, or begun before, is left alone; a shop
 * that does not answer ends it, to be seen on the connection.
 */
export async function runReconciliation(payload: unknown, clock: () => Date): Promise<void> {
  const { merchantId, connectionId, taskId, since } = reconcileJob.parse(payload);
  const connection = await findConnection({ merchantId }, connectionId);
  if (!connection) return;
  const begun = clock();
  const work: Reconciling = { connection, since: new Date(since), clock };
  const pieces = noted(RECONCILERS[connection.kind](work), { ...work, taskId });
  try {
    for await (const _piece of followTask({ merchantId, id: taskId }, pieces, clock));
    await saveReconciled(sqlOf(prisma), connection, begun);
    await noteProblem(readSql(), connection, { problem: null, now: clock() });
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return;
    const problem = problemIn(error);
    if (problem === null) throw error;
    await noteProblem(readSql(), connection, { problem, now: clock() });
  }
}

/** What kept the shop from answering, in words; null when it was not the shop. */
function problemIn(error: unknown): string | null {
  if (error instanceof ShopUnreachable || error instanceof ShopRefusal) return error.message;
  return isOfStripe(error) ? problemOf(error) : null;
}

/** Hands the pieces on, once what differs in them is listed. */
async function* noted(
  pieces: AsyncGenerator<Compared>,
  { connection, taskId, clock }: Reconciling & { taskId: string },
): AsyncGenerator<{ rows: number }> {
  const { merchantId, id: connectionId } = connection;
  for await (const { compared, differences } of pieces) {
    await addDifferences(readSql(), { merchantId, connectionId, taskId, now: clock() }, differences);
    yield { rows: compared };
  }
}
