import { describe, expect, it } from "vitest";
import { creditsToString } from "@/lib/kernel/micros";
import { rawCostString, ticks, TICKS_PER_CREDIT } from "./cost";
import { priceUsage } from "./price";
import { CHAT, EXAMPLE, rate } from "./testing";
import { NO_USAGE, usageOf } from "./usage";

describe("priceUsage", () => {
  it("prices the worked example alike when authorizing and when charging", () => {
    for (const mode of ["authorize", "usage"] as const) {
      const price = priceUsage({ ...EXAMPLE, mode });
      expect(creditsToString(price.costMicros)).toBe("2");
      expect(rawCostString(price.rawTicks)).toBe("1.4");
      expect(price).toMatchObject({ unpriced: false, blocked: false, carryTicks: 0n });
    }
  });

  it("under carry sets aside the ceiling, and only usage moves the carried fraction", () => {
    const carrying = {
      ...EXAMPLE,
      rule: { ...CHAT, rounding: "carry" as const },
      carryTicks: ticks(TICKS_PER_CREDIT - 1n),
    };
    const authorized = priceUsage({ ...carrying, mode: "authorize" });
    expect([authorized.costMicros, authorized.carryTicks]).toEqual([2_000_000n, TICKS_PER_CREDIT - 1n]);
    const charged = priceUsage(carrying);
    expect(charged.costMicros).toBe(2_000_000n);
    expect(charged.carryTicks).toBe((TICKS_PER_CREDIT * 4n) / 10n - 1n);
  });

  it("leaves the carried fraction alone under rules that do not carry, and without a rule", () => {
    const carryTicks = ticks(123n);
    expect(priceUsage({ ...EXAMPLE, carryTicks }).carryTicks).toBe(123n);
    expect(priceUsage({ ...EXAMPLE, carryTicks, rule: null }).carryTicks).toBe(123n);
  });

  it("without a rule charges raw units, and says so", () => {
    const price = priceUsage({ ...EXAMPLE, rule: null });
    expect(creditsToString(price.costMicros)).toBe("1100");
    expect(price).toMatchObject({ unpriced: true, blocked: false });
  });

  it("shows seconds without a rule as unpriced, at no cost", () => {
    const price = priceUsage({ ...EXAMPLE, rule: null, usage: usageOf({ seconds: 90 }) });
    expect(price).toMatchObject({ costMicros: 0n, unpriced: true, blocked: false });
  });

  it("free costs nothing and is unpriced", () => {
    const price = priceUsage({ ...EXAMPLE, rule: null, unpricedPolicy: "free" });
    expect(price).toMatchObject({ costMicros: 0n, rawTicks: 0n, unpriced: true, blocked: false });
  });

  it("block refuses to authorize, and charges nothing for usage that happened anyway", () => {
    const unknown = { ...EXAMPLE, rule: null, unpricedPolicy: "block" as const };
    expect(priceUsage({ ...unknown, mode: "authorize" })).toMatchObject({
      blocked: true,
      unpriced: true,
      costMicros: 0n,
    });
    expect(priceUsage(unknown)).toMatchObject({ blocked: false, unpriced: true, costMicros: 0n });
  });

  it("does not ask the policy where a rule matches, even one that costs nothing", () => {
    const free = { ...CHAT, inputRate: rate("0"), outputRate: rate("0") };
    const price = priceUsage({ ...EXAMPLE, rule: free, unpricedPolicy: "block", mode: "authorize" });
    expect(price).toMatchObject({ blocked: false, unpriced: false, costMicros: 0n });
  });

  it("prices nothing at all as nothing", () => {
    expect(priceUsage({ ...EXAMPLE, usage: NO_USAGE }).costMicros).toBe(0n);
  });
});
