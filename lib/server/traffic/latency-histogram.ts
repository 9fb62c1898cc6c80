/** Values below this many microseconds have a bucket of their own; above, buckets are 1/64 of their size. */
const LINEAR = 128;
const STEPS_PER_DOUBLING = 64;
const BUCKETS = LINEAR + STEPS_PER_DOUBLING * 30;

/**
 * Latencies counted in buckets no wider than 1.6 % of their value: constant memory however many there are,
 * and percentiles that are right to that width.
 */
export class LatencyHistogram {
  readonly #counts = new Float64Array(BUCKETS);
  #total = 0;

  get total(): number {
    return this.#total;
  }

  /** Counts one latency in milliseconds. */
  record(milliseconds: number): void {
    const index = bucketOf(Math.max(0, Math.round(milliseconds * 1_000)));
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#total += 1;
  }

  /** The latency in milliseconds that `share` (0…1) of all did not exceed; 0 when there are none. */
  percentile(share: number): number {
    const wanted = Math.max(1, Math.ceil(this.#total * share));
    let seen = 0;
    for (let index = 0; index < BUCKETS; index += 1) {
      seen += this.#counts[index] ?? 0;
      if (seen >= wanted) return ceilingOf(index) / 1_000;
    }
    return 0;
  }

  summary(): LatencySummary {
    return {
      p50: this.percentile(0.5),
      p95: this.percentile(0.95),
      p99: this.percentile(0.99),
      max: this.percentile(1),
    };
  }
}

/** Milliseconds. */
export type LatencySummary = { p50: number; p95: number; p99: number; max: number };

function bucketOf(micros: number): number {
  if (micros < LINEAR) return micros;
  const doublings = Math.floor(Math.log2(micros)) - Math.log2(LINEAR);
  const step = Math.floor(micros / 2 ** (doublings + 1)) - STEPS_PER_DOUBLING;
  return Math.min(BUCKETS - 1, LINEAR + doublings * STEPS_PER_DOUBLING + step);
}

/** The largest whole number of microseconds that falls into a bucket. */
function ceilingOf(index: number): number {
  if (index < LINEAR) return index;
  const doublings = Math.floor((index - LINEAR) / STEPS_PER_DOUBLING);
  const step = (index - LINEAR) % STEPS_PER_DOUBLING;
  return (step + STEPS_PER_DOUBLING + 1) * 2 ** (doublings + 1) - 1;
}
