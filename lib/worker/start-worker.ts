import { type RunningJobs, runJobs, type Tasks } from "@/lib/jobs";
import { ensureLogPartitions, rollUpUsage, startDuePrunings } from "@/lib/logs";
import { deliverMail, SEND_MAIL } from "@/lib/mail";
import { sweepHolds } from "@/lib/metering";
import { resumeTasks, RUN_TASK, runTaskJob, taskOfJob } from "@/lib/tasks";
import { followLedgers, sweepLots } from "@/lib/wallets";
import { TASK_STEPS } from "./task-steps";

/** A task has its turn for so long; then others have theirs, and a stop signal is heard. */
const TURN_MILLIS = 2_000;

/** How far back usage is rolled up often, and once a day. */
const RECENT_DAYS = 3;
const ALL_DAYS = 1_462;

/** Job name → verb. The worker's clock is read here, once per run. */
const TASKS: Tasks = {
  sweep_holds: async () => {
    await sweepHolds(clock());
  },
  follow_ledgers: async () => {
    await followLedgers();
  },
  sweep_lots: async () => {
    await sweepLots(clock());
  },
  make_partitions: async () => {
    await ensureLogPartitions(clock());
  },
  roll_up_usage: async () => {
    await rollUpUsage(clock(), RECENT_DAYS);
  },
  roll_up_all_usage: async () => {
    await rollUpUsage(clock(), ALL_DAYS);
  },
  start_prunings: async () => {
    await startDuePrunings(clock());
  },
  [RUN_TASK]: async (payload) => {
    await runTaskJob(taskOfJob(payload), { steps: TASK_STEPS, clock, millis: TURN_MILLIS });
  },
  [SEND_MAIL]: deliverMail,
  resume_tasks: async () => {
    await resumeTasks(clock(), TASK_STEPS);
  },
};

/**
 * UTC: holds and tasks every minute, prunings that are due every five, recent usage every ten, expired lots each
 * quarter of an hour, the order of balances every ten minutes, next months' partitions and older usage once a day.
 */
const CRONTAB = `
* * * * * sweep_holds
* * * * * resume_tasks
*/5 * * * * start_prunings
*/15 * * * * sweep_lots
*/10 * * * * follow_ledgers
*/10 * * * * roll_up_usage
47 3 * * * roll_up_all_usage
17 3 * * * make_partitions
`;

/** Starts background work in this process. */
export async function startWorker(): Promise<RunningJobs> {
  return runJobs(TASKS, CRONTAB);
}

function clock(): Date {
  return new Date();
}
