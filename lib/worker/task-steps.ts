import { takeImportStep } from "@/lib/imports";
import { takeDeletionStep, takePruningStep } from "@/lib/logs";
import { takeExportStep } from "@/lib/merchants";
import { takeReplayStep } from "@/lib/pricing";
import type { TaskSteps } from "@/lib/tasks";
import { takeBulkGrantStep, takeVerificationStep } from "@/lib/wallets";

/** Kind of task → the verb that takes its next step. */
export const TASK_STEPS: TaskSteps = {
  log_deletion: takeDeletionStep,
  log_retention: takePruningStep,
  log_import: takeImportStep,
  pricing_replay: takeReplayStep,
  merchant_export: takeExportStep,
  verification: takeVerificationStep,
  bulk_grant: takeBulkGrantStep,
};
