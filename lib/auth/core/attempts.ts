/** Failures are counted in windows of this length, aligned on the clock. */
export const WINDOW_SECONDS = 900;

/** Failed sign-ins of one key: in the running window and in the one before. */
export type Failures = { readonly current: number; readonly previous: number };

/** When the window that `now` falls into began. */
export function windowStart(now: Date): Date {
  const length = WINDOW_SECONDS * 1_000;
  return new Date(now.getTime() - (now.getTime() % length));
}

/**
 * How many seconds to wait until another attempt is allowed; 0 is now. At most `limit` attempts fit into any span of
 * one window: the last window counts for the part of it that is not a window ago yet. `failures` counts the attempt
 * in question, which is why exactly `limit` still passes.
 */
export function secondsToWait(failures: Failures, limit: number, now: Date): number {
  const elapsed = (now.getTime() - windowStart(now).getTime()) / 1_000;
  if (fits(failures, limit, elapsed)) return 0;
  // Inside this window the last one still fades; with it over, this one begins to.
  const wait =
    failures.current <= limit
      ? fadedAt(failures.previous, limit - failures.current) - elapsed
      : WINDOW_SECONDS - elapsed + fadedAt(failures.current, limit - 1);
  return Math.max(1, Math.ceil(wait));
}

function fits({ current, previous }: Failures, limit: number, elapsed: number): boolean {
  return current + (previous * (WINDOW_SECONDS - elapsed)) / WINDOW_SECONDS <= limit;
}

/** Seconds into the following window after which at most `room` of a window's failures still count. */
function fadedAt(count: number, room: number): number {
  return count <= room ? 0 : WINDOW_SECONDS * (1 - room / count);
}
