import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { MAX_RATE_MICROS, methodsFor, rateProblems } from "./methods";
import { CHAT, rate } from "./testing";
import type { PricingRule } from "./types";

describe("methodsFor", () => {
  it("offers what each operation can be billed by", () => {
    expect(methodsFor("chat")).toEqual(["per_1k_tokens", "per_minute", "flat"]);
    expect(methodsFor("form_submit")).toEqual(["per_1k_tokens", "flat"]);
    expect(methodsFor("generate")).toEqual(["per_image", "flat"]);
    expect(methodsFor("edit")).toEqual(["per_image", "flat"]);
    expect(methodsFor("video")).toEqual(["per_video", "flat"]);
    expect(methodsFor("transcribe")).toHaveLength(5);
  });
});

describe("rateProblems", () => {
  const bare = { ...CHAT, inputRate: null, outputRate: null };
  const paths = (rule: PricingRule) => rateProblems(rule).map(({ path }) => path);

  it("asks for the rates of the method, and only for those", () => {
    expect(paths(CHAT)).toEqual([]);
    expect(paths(bare)).toEqual(["inputRate", "outputRate"]);
    expect(paths({ ...bare, method: "flat" })).toEqual(["unitRate"]);
    expect(paths({ ...bare, method: "flat", unitRate: rate("0") })).toEqual([]);
  });

  it("refuses a method the operation does not have", () => {
    expect(rateProblems({ ...CHAT, operation: "generate" })).toEqual([
      { path: "method", message: "generate can be billed per_image or flat, not per_1k_tokens." },
    ]);
    expect(paths({ ...CHAT, operation: "summarize" })).toEqual([]);
  });

  it("refuses rates below zero or above a million", () => {
    expect(paths({ ...CHAT, reasoningRate: micros(-1n) })).toEqual(["reasoningRate"]);
    expect(paths({ ...CHAT, inputRate: micros(MAX_RATE_MICROS + 1n) })).toEqual(["inputRate"]);
    expect(paths({ ...CHAT, inputRate: MAX_RATE_MICROS })).toEqual([]);
  });
});
