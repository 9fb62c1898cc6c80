import { z } from "zod";
import { sqlOf } from "@/lib/db";
import type { TaskStep, TaskWork } from "@/lib/tasks";
import { anyDoomed, deleteWithMessages, type DoomedLog, lockDoomed } from "./deletion.repo";
import { doomedBy, logDeletionInput } from "./doomed-by";

/** A request that writes to one of these logs waits for the whole batch: so it is small. */
const MOST_LOGS = 250;
const MOST_MESSAGES = 4_000;

const placeShape = z.object({ lastAt: z.string(), id: z.string() }).nullable();

/**
 * Deletes the next few logs. It goes from the newest to the oldest and passes over those that a request is writing to;
 * when it has come to the end, it begins anew until none is left.
 */
export async function takeDeletionStep(work: TaskWork): Promise<TaskStep> {
  const scope = { merchantId: work.merchantId, tx: work.tx };
  const doomed = await doomedBy(scope, logDeletionInput.parse(work.input));
  const after = placeShape.parse(work.place);
  const batch = fitting(await lockDoomed(scope, doomed, { after, limit: MOST_LOGS }));

  const last = batch.at(-1);
  if (!last) {
    const finished = !(await anyDoomed(scope, doomed));
    return { place: null, done: 0, finished, result: { deleted: work.done } };
  }
  await deleteWithMessages(
    sqlOf(work.tx),
    work.merchantId,
    batch.map((log) => log.id),
  );
  return {
    place: { lastAt: last.lastAt.toISOString(), id: last.id },
    done: batch.length,
    result: { deleted: work.done + batch.length },
    finished: false,
  };
}

/** As many of them as have few enough messages together, and at least one. */
function fitting(logs: readonly DoomedLog[]): readonly DoomedLog[] {
  let messages = 0;
  const end = logs.findIndex((log, index) => {
    messages += log.messageCount;
    return index > 0 && messages > MOST_MESSAGES;
  });
  return end === -1 ? logs : logs.slice(0, end);
}
