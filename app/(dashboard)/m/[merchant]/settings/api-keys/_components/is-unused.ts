import type { ApiKey } from "@/lib/merchants";

const DAY_MILLIS = 24 * 60 * 60 * 1_000;
const NEW_FOR_DAYS = 30;
const QUIET_FOR_DAYS = 90;

/** A key as the screen shows it. */
export type KeyRow = ApiKey & { readonly unused: boolean };

/** Nobody seems to need it: never used since it was made a month ago, or not for a quarter of a year. */
export function isUnused(
  { createdAt, lastUsedAt }: Pick<ApiKey, "createdAt" | "lastUsedAt">,
  now: Date,
): boolean {
  const daysSince = (at: Date) => (now.getTime() - at.getTime()) / DAY_MILLIS;
  return lastUsedAt === null ? daysSince(createdAt) > NEW_FOR_DAYS : daysSince(lastUsedAt) > QUIET_FOR_DAYS;
}
