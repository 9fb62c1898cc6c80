import { log } from "@/lib/observe";
import { addRefusalDays } from "./refusals.repo";
import { type Refusal, RefusalCounter } from "./refusal-counter";

const PAUSE_MILLIS = 3_000;
const MOST_KINDS = 10_000;

declare global {
  /** On the process, not in the module: Next bundles its own copy, and both doors count together. */
  var tollgateRefusals: RefusalCounter | undefined;
}

function counter(): RefusalCounter {
  return (globalThis.tollgateRefusals ??= new RefusalCounter({
    write: addRefusalDays,
    failed: (error, kinds) => log.warn("Refusals could not be counted yet.", { kinds, error }),
    pauseMillis: PAUSE_MILLIS,
    mostKinds: MOST_KINDS,
  }));
}

/** Counts a refused request for Insight. Costs the request nothing, and never fails. A repeat counts again. */
export function countRefusal(refusal: Refusal): void {
  counter().count(refusal);
}

/** Writes what this process has counted, now instead of within three seconds. Never throws. */
export function flushRefusals(): Promise<void> {
  return counter().flush();
}
