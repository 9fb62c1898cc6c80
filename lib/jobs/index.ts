export { addJob, prepareJobs } from "./add-job";
export { runJobs } from "./run-jobs";
export type { RunningJobs, Tasks } from "./run-jobs";
