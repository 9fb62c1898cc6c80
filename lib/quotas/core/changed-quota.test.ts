import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { changedQuota, QUOTA_DEFAULTS, quotaProblems } from "./changed-quota";
import type { QuotaDefinition } from "./definition";

const QUOTA: QuotaDefinition = {
  ...QUOTA_DEFAULTS,
  id: "q1",
  audience: "customer",
  limit: micros(100_000_000n),
};

describe("changedQuota", () => {
  it("replaces what is given, clears what is null and keeps the rest", () => {
    const next = changedQuota(
      { ...QUOTA, message: "Wait." },
      { limit: micros(0n), message: null, period: undefined },
    );

    expect(next).toEqual({ ...QUOTA, limit: micros(0n), message: null });
  });

  it("is the same quota when nothing changes, buttons included", () => {
    const action = { slot: "primary", type: "usage", label: "Your usage", url: null } as const;
    const quota: QuotaDefinition = { ...QUOTA, actions: [action] };

    expect(changedQuota(quota, { limit: micros(100_000_000n), actions: [{ ...action }] })).toBe(quota);
    expect(changedQuota(quota, { actions: [{ ...action, label: "Usage" }] })).not.toBe(quota);
  });
});

describe("quotaProblems", () => {
  it.each([
    [{ audience: "role", role: null }, ["role"]],
    [{ audience: "plan", role: null }, ["role"]],
    [{ audience: "customer", role: "gold" }, ["role"]],
    [{ audience: "guest", role: "gold" }, ["role"]],
    [{ audience: "customer", networkLimit: micros(1n) }, ["networkLimit"]],
    [{ audience: "guest", networkLimit: micros(1n) }, []],
    [{ audience: "role", role: "gold" }, []],
    [{ audience: "plan", role: "pro" }, []],
  ] as const)("%o is wrong in %o", (fields, wrong) => {
    expect(quotaProblems({ ...QUOTA, ...fields }).map((each) => each.path)).toEqual(wrong);
  });
});
