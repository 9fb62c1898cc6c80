import {
  deliveryOfJob,
  PROCESS_DELIVERY,
  processDelivery,
  RECONCILE,
  runReconciliation,
  startNightlyReconciliations,
  sweepDeliveries,
} from "@/lib/commerce";
import { type RunningJobs, runJobs, type Tasks } from "@/lib/jobs";
import { ensureLogPartitions, rollUpUsage, startDuePrunings } from "@/lib/logs";
import { deliverMail, SEND_MAIL } from "@/lib/mail";
import { forgetExports, removeMerchants } from "@/lib/merchants";
import { sweepHolds } from "@/lib/metering";
import { resumeTasks, RUN_TASK, runTaskJob, taskOfJob } from "@/lib/tasks";
import { followLedgers, sweepLots } from "@/lib/wallets";
import { TASK_STEPS } from "./task-steps";

/** A task has its turn for so long; then others have theirs, and a stop signal is heard. */
const TURN_MILLIS = 2_000;

/** A merchant that is being deleted goes on with the next run, a minute later. */
const REMOVAL_MILLIS = 20_000;

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
  [PROCESS_DELIVERY]: async (payload) => {
    await processDelivery(deliveryOfJob(payload), clock);
  },
  [RECONCILE]: async (payload) => {
    await runReconciliation(payload, clock);
  },
  reconcile_shops: async () => {
    await startNightlyReconciliations(clock());
  },
  sweep_deliveries: async () => {
    await sweepDeliveries(clock());
  },
  [RUN_TASK]: async (payload) => {
    await runTaskJob(taskOfJob(payload), { steps: TASK_STEPS, clock, millis: TURN_MILLIS });
  },
  [SEND_MAIL]: deliverMail,
  remove_merchants: async () => {
    await removeMerchants({ clock, millis: REMOVAL_MILLIS });
  },
  forget_exports: async () => {
    await forgetExports(clock());
  },
  resume_tasks: async () => {
    await resumeTasks(clock(), TASK_STEPS);
  },
};

/**
 * UTC: holds, tasks, deliveries and merchants to delete every minute, prunings that are due every five, recent usage and
 * the order of balances every ten, expired lots each quarter of an hour, next months' partitions, older usage and old
 * exports once a day.
 */
const CRONTAB = `
* * * * * sweep_holds
* * * * * resume_tasks
* * * * * remove_merchants
* * * * * sweep_deliveries
*/5 * * * * start_prunings
*/15 * * * * sweep_lots
*/10 * * * * follow_ledgers
*/10 * * * * roll_up_usage
47 3 * * * roll_up_all_usage
23 2 * * * reconcile_shops
17 3 * * * make_partitions
27 3 * * * forget_exports
`;

/** Starts background work in this process. */
export async function startWorker(): Promise<RunningJobs> {
  return runJobs(TASKS, CRONTAB);
}

function clock(): Date {
  return new Date();
}
