export { addJob, prepareJobs } from "./add-job";
export { jobCall } from "./jobs.repo";
export { runJobs } from "./run-jobs";
export type { RunningJobs, Tasks } from "./run-jobs";
