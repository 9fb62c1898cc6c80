import { EXPORT_KEPT_DAYS } from "./export-manifest";
import { deletePartsBefore } from "./export-parts.repo";

const DAY_MILLIS = 24 * 60 * 60 * 1_000;

/** Drops files of exports that were kept long enough, over all merchants. A repeat drops nothing more. */
export async function forgetExports(now: Date): Promise<number> {
  return deletePartsBefore(new Date(now.getTime() - EXPORT_KEPT_DAYS * DAY_MILLIS));
}
