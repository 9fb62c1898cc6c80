import { type RunningJobs, runJobs, type Tasks } from "@/lib/jobs";
import { ensureLogPartitions } from "@/lib/logs";
import { sweepHolds } from "@/lib/metering";
import { sweepLots } from "@/lib/wallets";

/** Job name → verb. The worker's clock is read here, once per run. */
const TASKS: Tasks = {
  sweep_holds: async () => {
    await sweepHolds(clock());
  },
  sweep_lots: async () => {
    await sweepLots(clock());
  },
  make_partitions: async () => {
    await ensureLogPartitions(clock());
  },
};

/** UTC: holds every minute, expired lots each quarter of an hour, next months' partitions once a day. */
const CRONTAB = `
* * * * * sweep_holds
*/15 * * * * sweep_lots
17 3 * * * make_partitions
`;

/** Starts background work in this process. */
export async function startWorker(): Promise<RunningJobs> {
  return runJobs(TASKS, CRONTAB);
}

function clock(): Date {
  return new Date();
}
