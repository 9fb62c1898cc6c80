import { takeImportStep } from "@/lib/imports";
import { takeDeletionStep, takePruningStep } from "@/lib/logs";
import type { TaskSteps } from "@/lib/tasks";

/** Kind of task → the verb that takes its next step. */
export const TASK_STEPS: TaskSteps = {
  log_deletion: takeDeletionStep,
  log_retention: takePruningStep,
  log_import: takeImportStep,
};
