import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LatencyHistogram } from "./latency-histogram";

const histogramOf = (values: readonly number[]) => {
  const histogram = new LatencyHistogram();
  values.forEach((value) => histogram.record(value));
  return histogram;
};

describe("LatencyHistogram", () => {
  it("finds percentiles of a known series", () => {
    const summary = histogramOf(Array.from({ length: 1_000 }, (_, index) => index + 1)).summary();

    expect(summary.p50).toBeCloseTo(500, -1);
    expect(summary.p99).toBeGreaterThanOrEqual(990);
    expect(summary.max).toBeGreaterThanOrEqual(1_000);
    expect(summary.max).toBeLessThan(1_017);
  });

  it("answers 0 for nothing recorded", () => {
    expect(new LatencyHistogram().summary()).toEqual({ p50: 0, p95: 0, p99: 0, max: 0 });
  });

  it("never reports less than the value at the rank, nor more than 1.6 % above it", () => {
    const latencies = fc.array(fc.double({ min: 0, max: 60_000, noNaN: true }), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(latencies, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        const sorted = [...values].sort((a, b) => a - b);
        const exact = sorted[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0;
        const found = histogramOf(values).percentile(share);
        expect(found).toBeGreaterThanOrEqual(exact - 0.001);
        expect(found).toBeLessThanOrEqual(exact * 1.016 + 0.001);
      }),
    );
  });
});
