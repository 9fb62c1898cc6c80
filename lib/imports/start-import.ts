import { type Ctx, requireCan } from "@/lib/access";
import { startTask, type TaskKey } from "@/lib/tasks";
import { type StartImportInput, startImportInput } from "./schemas";

/**
 * Begins an import: which file, and which of its columns holds what. Its rows follow (`addImportRows`), and it runs once
 * they are complete (`completeImport`).
 */
export async function startImport(ctx: Ctx, input: StartImportInput): Promise<TaskKey> {
  requireCan(ctx, "usage:write");
  const { fileName, header, mapping } = startImportInput.parse(input);
  return startTask(ctx, {
    kind: "log_import",
    permission: "usage:write",
    input: { fileName, header, mapping: Object.fromEntries(Object.entries(mapping)) },
    total: null,
    queue: false,
  });
}
