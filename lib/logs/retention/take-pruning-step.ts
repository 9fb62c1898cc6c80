import { z } from "zod";
import { type Sql, sqlOf } from "@/lib/db";
import type { TaskStep, TaskWork } from "@/lib/tasks";
import { deleteWithMessages } from "../delete/deletion.repo";
import { dropMonth, emptyMonth, findMonths } from "./months.repo";
import { prunedShape } from "./get-log-retention";
import { limitsOf } from "./limits-of";
import { findPruners, lockOld, pruneContents } from "./retention.repo";

/** A request that writes to one of these logs waits for the whole batch: so it is small. */
const MOST_LOGS = 250;
const MOST_MESSAGES = 4_000;
const DAY_MILLIS = 86_400_000;
/** Months that may still be written to are pruned row by row: usage may come 35 days late. */
const OPEN_DAYS = 65;

const instant = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .nullable();
const inputShape = z.object({ contentsBefore: instant, logsBefore: instant });
const phaseShape = z.enum(["months", "logs", "contents"]).catch("months");

type Pruned = z.output<typeof prunedShape>;

/**
 * Prunes a little: first whole months that nobody keeps anything of, at one stroke each, then old logs, then contents,
 * a few at a time. Ledger, usage and totals are not touched.
 */
export async function takePruningStep(work: TaskWork): Promise<TaskStep> {
  const { contentsBefore, logsBefore } = inputShape.parse(work.input);
  const phase = phaseShape.parse(work.place);
  const before = prunedShape.parse(work.result);
  if (phase === "months") {
    return goOn("logs", before, await pruneMonths(work));
  }
  if (phase === "logs") {
    const ids = logsBefore ? await nextIds(work, logsBefore, "logs") : [];
    await deleteWithMessages(sqlOf(work.tx), work.merchantId, ids);
    return goOn(ids.length > 0 ? "logs" : "contents", before, { logs: ids.length });
  }
  const ids = contentsBefore ? await nextIds(work, contentsBefore, "contents") : [];
  await pruneContents(sqlOf(work.tx), work.merchantId, { ids, now: work.now });
  return goOn(ids.length > 0 ? "contents" : null, before, { contents: ids.length });
}

/** `phase`: what the next step is about; null when this was the last. */
function goOn(phase: "logs" | "contents" | null, before: Pruned, now: Partial<Pruned>): TaskStep {
  const { contents = 0, logs = 0, months = 0 } = now;
  return {
    place: phase,
    done: contents + logs,
    result: {
      contents: before.contents + contents,
      logs: before.logs + logs,
      months: before.months + months,
    },
    finished: phase === null,
  };
}

async function nextIds(work: TaskWork, before: Date, what: "logs" | "contents"): Promise<string[]> {
  const sql: Sql = sqlOf(work.tx);
  const logs = await lockOld(sql, work.merchantId, { before, limit: MOST_LOGS, what });
  let messages = 0;
  const end = logs.findIndex((log, index) => {
    messages += log.messageCount;
    return index > 0 && messages > MOST_MESSAGES;
  });
  return (end === -1 ? logs : logs.slice(0, end)).map((log) => log.id);
}

/** A month holds the logs of all merchants: it goes when none of them keeps any of it. */
async function pruneMonths({ merchantId, now, tx }: TaskWork): Promise<Partial<Pruned>> {
  const cutoffs = (await findPruners(sqlOf(tx), null)).map((pruner) => ({
    merchantId: pruner.merchantId,
    ...limitsOf(pruner, now, pruner.timeZone),
  }));
  const logCutoffs = cutoffs.flatMap((each) =>
    each.logsBefore ? [{ ...each, before: each.logsBefore }] : [],
  );
  const contentCutoffs = cutoffs.flatMap((each) => {
    const before = latest(each.contentsBefore, each.logsBefore);
    return before ? [{ ...each, before }] : [];
  });
  const open = new Date(now.getTime() - OPEN_DAYS * DAY_MILLIS).toISOString().slice(0, 7).replace("-", "_");
  let [logs, months] = [0, 0];
  for (const month of await findMonths(sqlOf(tx), open)) {
    const dropped = await dropMonth(month, logCutoffs, merchantId);
    logs += dropped ?? 0;
    if (dropped !== null || (await emptyMonth(month, contentCutoffs))) months += 1;
  }
  return { logs, months };
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b;
  return a > b ? a : b;
}
