import type { MemberCtx } from "@/lib/auth";
import { AppError } from "@/lib/kernel/errors";
import { listLogs } from "@/lib/logs";
import type { ListLogsInput } from "@/lib/logs/schemas";

/** A page of the list. Where too many logs match to sort them by a figure, they come by time, and it says so. */
export async function readLogs(ctx: MemberCtx, query: ListLogsInput) {
  try {
    return { ...(await listLogs(ctx, query)), unsorted: false };
  } catch (error) {
    if (!(error instanceof AppError) || !query.sort || error.code !== "invalid_input") throw error;
    return { ...(await listLogs(ctx, { ...query, sort: "latest", cursor: undefined })), unsorted: true };
  }
}
