import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { authorize, recordUsage } from "@/lib/metering";
import type { PlannedRequest } from "./plan-traffic";

/** Requests of so many minutes are settled together, so that a month takes seconds. */
const WINDOW_MINUTES = 60;
const WINDOW_MILLIS = WINDOW_MINUTES * 60_000;
/** Usage is reported this long after the last request of its window was authorized. */
const ANSWER_MILLIS = 12_000;
const REFUSALS = new Set(["insufficient_credits", "quota_exceeded", "access_disabled", "unpriced"]);

/** Requests that are settled at the same instants: first all authorize, then all report. */
export type Window = { readonly at: Date; readonly requests: readonly PlannedRequest[] };

/** Cuts the month into windows. `requests` must be sorted by time, and the windows come out so. */
export function windowsOf(requests: readonly PlannedRequest[]): Window[] {
  const windows: { at: Date; requests: PlannedRequest[] }[] = [];
  for (const request of requests) {
    const last = windows.at(-1);
    if (last && sameWindow(last.at, request.at)) {
      last.requests.push(request);
      last.at = request.at;
    } else windows.push({ at: request.at, requests: [request] });
  }
  return windows;
}

function sameWindow(a: Date, b: Date): boolean {
  return Math.floor(a.getTime() / WINDOW_MILLIS) === Math.floor(b.getTime() / WINDOW_MILLIS);
}

/**
 * Lets one window of requests happen. Whoever is refused stops talking: the conversation goes into `ended`, and
 * its later turns do not take place.
 */
export async function runWindow(ctx: Ctx, { requests }: Window, ended: Set<string>): Promise<void> {
  const open = requests.filter(({ conversation }) => !ended.has(conversation));
  const allowed = await Promise.all(
    open.map(async (request) => !request.asksFirst || (await isAllowed(ctx, request))),
  );
  for (const [index, { conversation }] of open.entries()) if (!allowed[index]) ended.add(conversation);
  const later: Ctx = { ...ctx, now: new Date(ctx.now.getTime() + ANSWER_MILLIS) };
  await Promise.all(
    open
      .filter(({ conversation }) => !ended.has(conversation))
      .map(({ at, usage }) => recordUsage(later, { ...usage, occurredAt: at.toISOString() })),
  );
}

async function isAllowed(ctx: Ctx, { authorize: body }: PlannedRequest): Promise<boolean> {
  try {
    await authorize(ctx, body);
    return true;
  } catch (error) {
    if (error instanceof AppError && REFUSALS.has(error.code)) return false;
    throw error;
  }
}
