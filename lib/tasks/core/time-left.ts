type Progress = {
  readonly done: number;
  readonly total: number | null;
  readonly startedAt: Date | null;
};

/** Too early to say anything before this. */
const FIRST_GUESS_MILLIS = 1_000;

/** How much longer a task takes at the pace it had so far; null while nobody can tell. */
export function millisLeft({ done, total, startedAt }: Progress, now: Date): number | null {
  if (total === null || startedAt === null || done <= 0) return null;
  const spent = now.getTime() - startedAt.getTime();
  if (spent < FIRST_GUESS_MILLIS) return null;
  return done >= total ? 0 : Math.round((spent / done) * (total - done));
}
