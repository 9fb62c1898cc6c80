import { prisma, sqlOf } from "@/lib/db";
import { addJob, prepareJobs } from "@/lib/jobs";
import { findDueDeliveries } from "./deliveries.repo";
import { PROCESS_DELIVERY } from "./receive-delivery";

/** A job that was asked for runs within moments; one that has not by now is lost. */
const PATIENCE_MILLIS = 10_000;

/**
 * Takes up deliveries that nobody is at: their server died, or their job got lost. Over all merchants; a repeat asks for
 * nothing twice. Returns how many were taken up.
 */
export async function sweepDeliveries(now: Date): Promise<number> {
  const due = await findDueDeliveries(new Date(now.getTime() - PATIENCE_MILLIS));
  if (due.length > 0) await prepareJobs();
  for (const key of due) {
    await addJob(sqlOf(prisma), { name: PROCESS_DELIVERY, payload: key, key: `delivery:${key.id}` });
  }
  return due.length;
}
