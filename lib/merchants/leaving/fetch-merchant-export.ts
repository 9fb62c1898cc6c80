import { type Ctx, requireCan } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { getTask } from "@/lib/tasks";
import { findExportPart } from "./export-parts.repo";

type ExportFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<{ readonly bytes: Uint8Array }>;
};

/**
 * The file of an export of everything, as often as it is asked for while it is kept. Throws `not_found` for a task that
 * is no export of this merchant or whose file is gone, `conflict` for one that is not ready or failed.
 */
export async function fetchMerchantExport(ctx: Ctx, taskId: string): Promise<ExportFile> {
  requireCan(ctx, "merchant:export");
  if (ctx.storeId !== null) {
    throw new AppError("forbidden", "This key is bound to a store, and an export holds all of them.");
  }
  const task = await getTask(ctx, taskId);
  if (task.kind !== "merchant_export") throw new AppError("not_found", "There is no export with this id.");
  if (task.state !== "done") throw new AppError("conflict", "This export is not ready.");
  const key = { merchantId: ctx.merchantId, taskId: task.id };
  const first = await findExportPart({ ...key, sequence: 0 });
  if (!first) throw new AppError("not_found", "The file of this export is gone. Start another one.");
  return {
    fileName: `tollgate-export-${task.createdAt.toISOString().slice(0, 10)}.tar.gz`,
    mediaType: "application/gzip",
    pieces: piecesOf(key, first),
  };
}

async function* piecesOf(key: { merchantId: string; taskId: string }, first: Uint8Array) {
  let sequence = 0;
  for (let bytes: Uint8Array | null = first; bytes; bytes = await findExportPart({ ...key, sequence })) {
    yield { bytes };
    sequence += 1;
  }
}
