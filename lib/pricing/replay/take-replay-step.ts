import { sqlOf } from "@/lib/db";
import type { TaskStep, TaskWork } from "@/lib/tasks";
import { replay } from "../core/replay";
import { addPayer, noShifts } from "../core/shifts";
import { planShape, rulesOfPlan } from "./replay-plan";
import { replayReport } from "./replay-report";
import { eachPayer, findPayers, findRequests, forgetPayers, savePayers } from "./replay.repo";
import { placeJson, readPlace } from "./tally-json";

const PER_STEP = 2_000;

/**
 * Prices the next requests of a replay again and notes what its payers came to. The step that finds none writes the
 * report and forgets the payers.
 */
export async function takeReplayStep(work: TaskWork): Promise<TaskStep> {
  const { merchantId, taskId, tx } = work;
  const plan = planShape.parse(work.input);
  const { after, tally } = readPlace(work.place);
  const sql = sqlOf(tx);
  const key = { merchantId, taskId };
  const span = { merchantId, from: new Date(plan.from), until: new Date(plan.until) };
  const { requests, last } = await findRequests({ tx }, span, { after, limit: PER_STEP });
  if (last === null) {
    const shifts = noShifts();
    for await (const payer of eachPayer(sql, key)) addPayer(shifts, payer);
    const report = await replayReport({ tx }, { merchantId, plan, tally, shifts });
    await forgetPayers(sql, key);
    return { place: null, done: 0, total: work.done, result: report, finished: true };
  }
  const payers = await findPayers(sql, key, [...new Set(requests.map((each) => each.payer))]);
  replay(requests, await rulesOfPlan(sql, merchantId, plan), { tally, payers });
  await savePayers(sql, key, [...payers.values()]);
  return { place: placeJson(last, tally), done: requests.length, finished: false };
}
