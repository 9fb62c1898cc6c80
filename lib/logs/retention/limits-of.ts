import type { RetentionPeriod } from "../core/retention";
import { keepFrom } from "../core/retention-times";
import type { Limits } from "./retention.repo";

type Clocks = { readonly contents: RetentionPeriod | null; readonly logs: RetentionPeriod | null };

/** The instants that the two clocks of a merchant stand for now. */
export function limitsOf({ contents, logs }: Clocks, now: Date, timeZone: string): Limits {
  return {
    contentsBefore: contents && keepFrom(contents, now, timeZone),
    logsBefore: logs && keepFrom(logs, now, timeZone),
  };
}
