import { prisma, sqlOf } from "@/lib/db";
import { LEASE_MILLIS, type TaskSteps } from "./run-task";
import { resumeTask } from "./start-task";
import { failSilentTasks } from "./task-leases.repo";
import { findStaleTasks } from "./tasks.repo";

const LOST = "Whoever was at it went away before it was done.";

/**
 * Takes up what was left lying: tasks whose server died, or whose job got lost. What no worker does (a download) and
 * nobody was heard of has failed. Over all merchants; a repeat asks for nothing twice. Returns how many were taken up.
 */
export async function resumeTasks(now: Date, steps: TaskSteps): Promise<number> {
  const silentSince = new Date(now.getTime() - LEASE_MILLIS);
  const kinds = Object.keys(steps);
  await failSilentTasks(sqlOf(prisma), { silentSince, now }, { otherThan: kinds, error: LOST });
  const stale = await findStaleTasks(sqlOf(prisma), silentSince, kinds);
  for (const key of stale) await resumeTask(key);
  return stale.length;
}
