import { AppError } from "@/lib/kernel/errors";
import { quotaProblems } from "./core/changed-quota";
import type { QuotaDefinition } from "./core/definition";

/** Throws `invalid_input` when settings of the quota do not go together. */
export function requireSound(quota: QuotaDefinition): void {
  const errors = quotaProblems(quota);
  if (errors.length > 0) throw new AppError("invalid_input", "This quota cannot be counted.", { errors });
}
