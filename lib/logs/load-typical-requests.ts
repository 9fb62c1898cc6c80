import { spanOfRange } from "./core/day-span";
import type { TypicalRequest } from "./core/typical-request";
import { type Asker, requireTimeZone, storeFor } from "./log-selection";
import { findTypicalRequests } from "./typical-requests.repo";

/**
 * Of each operation of the last 30 days the most frequent kind of request, with its average tokens: what sizing a
 * package goes by. Read from daily figures, so it costs the same whatever the history. Permissions are the caller's.
 */
export async function loadTypicalRequests(asker: Asker): Promise<TypicalRequest[]> {
  const { merchantId, now } = asker;
  const days = spanOfRange("30d", now, await requireTimeZone(asker));
  return findTypicalRequests(asker, { merchantId, ...days, store: storeFor(asker, null) });
}
