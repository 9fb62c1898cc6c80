import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { prisma, sqlOf } from "@/lib/db";
import { addJob, prepareJobs } from "@/lib/jobs";
import { AppError } from "@/lib/kernel/errors";
import { startTask, type TaskKey } from "@/lib/tasks";
import { findConnection, findReconcilable } from "../connections/connections.repo";
import { requireConnection } from "../connections/get-connection";
import type { Connection } from "../connections/connection";
import { startReconciliationInput, type StartReconciliationInput } from "./reconciliation-input";

/** The job that compares one connection with its shop. */
export const RECONCILE = "reconcile_connection";

/** Shops tell the time to the second, and their clocks differ: what was near the end of the last time is seen again. */
const OVERLAP_MILLIS = 3_600_000;

export const reconcileJob = z.object({
  merchantId: z.uuid(),
  connectionId: z.uuid(),
  taskId: z.uuid(),
  since: z.iso.datetime(),
});

/**
 * Begins to compare a connection with its shop: what changed there since the last time, or since an instant. It goes on in
 * the background as a task; what differs is listed under it and repaired where that is safe. Throws `not_found`, and
 * `conflict` for a connection that is off or has no keys to ask with.
 */
export async function startReconciliation(
  ctx: Ctx,
  id: string,
  input: StartReconciliationInput = {},
): Promise<TaskKey> {
  requireCan(ctx, "connections:write");
  const { since } = startReconciliationInput.parse(input);
  const connection = requireConnection(ctx, await findConnection(ctx, id));
  if (!connection.enabled) throw new AppError("conflict", "This connection is switched off.");
  if (connection.credentials === null) {
    throw new AppError("conflict", "Without keys, this shop cannot be asked what it sold.");
  }
  return begin(ctx, connection, since);
}

async function begin(asker: Ctx, connection: Connection, since: Date | undefined): Promise<TaskKey> {
  const from = since ?? lastTime(connection);
  const task = await startTask(asker, {
    kind: "reconciliation",
    permission: "connections:write",
    input: { connection: connection.id, name: connection.name, since: from.toISOString() },
    total: null,
    queue: false,
  });
  await prepareJobs();
  const payload = {
    merchantId: connection.merchantId,
    connectionId: connection.id,
    taskId: task.id,
    since: from.toISOString(),
  };
  await addJob(sqlOf(prisma), { name: RECONCILE, payload, key: `reconcile:${connection.id}` });
  return task;
}

function lastTime({ reconciledUntil, createdAt }: Connection): Date {
  return new Date((reconciledUntil ?? createdAt).getTime() - OVERLAP_MILLIS);
}

/** Nightly: begins one for every connection of all merchants that can be asked. Returns for how many. */
export async function startNightlyReconciliations(now: Date): Promise<number> {
  let begun = 0;
  let after: string | null = null;
  for (;;) {
    const connections: Connection[] = await findReconcilable(after);
    for (const connection of connections) {
      await begin(systemFor(connection, now), connection, undefined);
      begun += 1;
    }
    after = connections.at(-1)?.id ?? null;
    if (after === null) return begun;
  }
}

function systemFor({ merchantId }: Connection, now: Date): Ctx {
  const actor = { kind: "system", id: "system", label: "Tollgate" } as const;
  return { merchantId, actor, permissions: new Set(["connections:write"]), storeId: null, now };
}
