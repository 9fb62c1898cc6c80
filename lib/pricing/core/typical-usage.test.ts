import { describe, expect, it } from "vitest";
import { assumedUsage, typicalUsage } from "./typical-usage";

describe("the typical request", () => {
  it("is the average of what ran, each figure to the nearest whole one", () => {
    const sums = { operation: "chat", requests: 3n, inputTokens: 1_000n, outputTokens: 500n, units: 1_500n };

    expect(typicalUsage(sums)).toMatchObject({
      usage: { inputTokens: 333, outputTokens: 167, images: 0 },
      source: "traffic",
      requests: 3n,
    });
  });

  it("counts units that are no tokens as images or videos, at least one a request", () => {
    const sums = { requests: 2n, inputTokens: 0n, outputTokens: 0n, units: 6n };

    expect(typicalUsage({ ...sums, operation: "generate" }).usage).toMatchObject({ images: 3, videos: 0 });
    expect(typicalUsage({ ...sums, operation: "video", units: 0n }).usage).toMatchObject({ videos: 1 });
  });

  it("is the worked example, or one piece, while nothing ran", () => {
    expect(assumedUsage("chat").usage).toMatchObject({ inputTokens: 800, outputTokens: 300 });
    expect(assumedUsage("edit").usage).toMatchObject({ images: 1, inputTokens: 0 });
    expect(
      typicalUsage({ operation: "video", requests: 0n, inputTokens: 0n, outputTokens: 0n, units: 0n }),
    ).toEqual(assumedUsage("video"));
  });
});
