import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { changedRule, firstVersion } from "./changed-rule";
import type { PricingRule } from "./types";

const RULE: PricingRule = {
  id: "00000000-0000-7000-8000-000000000001",
  version: 3,
  module: "chatbot",
  bot: null,
  form: null,
  operation: "chat",
  provider: "openai",
  model: "gpt-4o*",
  method: "per_1k_tokens",
  inputRate: micros(1_000_000n),
  outputRate: micros(2_000_000n),
  cachedInputRate: micros(500_000n),
  cacheWriteRate: null,
  reasoningRate: null,
  unitRate: null,
  rounding: "up_to_whole",
  enabled: true,
};

describe("changedRule", () => {
  it("replaces what is given, clears what is null, keeps the rest, and counts the version up", () => {
    const next = changedRule(RULE, { outputRate: micros(3_000_000n), model: null, cachedInputRate: null });

    expect(next).toEqual({
      ...RULE,
      version: 4,
      outputRate: micros(3_000_000n),
      model: null,
      cachedInputRate: null,
    });
  });

  it("makes no version of a change that changes nothing", () => {
    expect(changedRule(RULE, {})).toBe(RULE);
    expect(changedRule(RULE, { enabled: true, model: "gpt-4o*", unitRate: null, module: undefined })).toBe(
      RULE,
    );
  });
});

describe("firstVersion", () => {
  it("is for any request of the operation, enabled, but for what is given", () => {
    const rule = { id: RULE.id, operation: "edit", method: "flat", rounding: "exact" } as const;

    expect(firstVersion(rule, { unitRate: micros(5n), provider: "xai", rounding: undefined })).toMatchObject({
      ...rule,
      version: 1,
      module: null,
      provider: "xai",
      inputRate: null,
      unitRate: 5n,
      enabled: true,
    });
  });
});
