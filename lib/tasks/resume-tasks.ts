import { prisma, sqlOf } from "@/lib/db";
import { resumeTask } from "./start-task";
import { LEASE_MILLIS, type TaskSteps } from "./run-task";
import { findStaleTasks } from "./tasks.repo";

/**
 * Takes up what was left lying: tasks whose server died, or whose job got lost. Over all merchants; a repeat asks for
 * nothing twice. Returns how many.
 */
export async function resumeTasks(now: Date, steps: TaskSteps): Promise<number> {
  const silentSince = new Date(now.getTime() - LEASE_MILLIS);
  const stale = await findStaleTasks(sqlOf(prisma), silentSince, Object.keys(steps));
  for (const key of stale) await resumeTask(key);
  return stale.length;
}
