import { takeImportStep } from "@/lib/imports";
import { takeDeletionStep, takePruningStep } from "@/lib/logs";
import { takeReplayStep } from "@/lib/pricing";
import type { TaskSteps } from "@/lib/tasks";
import { takeVerificationStep } from "@/lib/wallets";

/** Kind of task → the verb that takes its next step. */
export const TASK_STEPS: TaskSteps = {
  log_deletion: takeDeletionStep,
  log_retention: takePruningStep,
  log_import: takeImportStep,
  pricing_replay: takeReplayStep,
  verification: takeVerificationStep,
};
