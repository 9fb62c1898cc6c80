import { describe, expect, it } from "vitest";
import { shareOf } from "./chart-model";
import { changeOf, pointsOf, saidAgainst } from "./change";

describe("a change against the period before", () => {
  it("is told with its sign and its share of what was", () => {
    expect(changeOf(9n, 8n)).toEqual({ direction: "up", short: "+12.5%", label: "12.5% more" });
    expect(changeOf(6n, 8n)).toEqual({ direction: "down", short: "−25%", label: "25% less" });
    expect(changeOf(0n, 8n)?.short).toBe("−100%");
    expect(changeOf(80n, 8n)).toMatchObject({ short: "10×", label: "10 times as much" });
    expect(changeOf(79n, 8n)?.short).toBe("+887.5%");
    expect(changeOf(8n, 8n)?.direction).toBe("same");
  });

  it("is told in points where the figure is a share", () => {
    expect(pointsOf(shareOf(3n, 8n), shareOf(1n, 4n)).short).toBe("+12.5 pt");
    expect(pointsOf(shareOf(1n, 4n), shareOf(3n, 8n))).toMatchObject({
      direction: "down",
      short: "−12.5 pt",
    });
    expect(pointsOf(0n, 0n).short).toBe("=");
  });

  it("is no share of nothing", () => {
    expect(changeOf(8n, 0n)?.short).toBe("new");
    expect(changeOf(0n, 0n)).toBeNull();
    const against = (before: bigint) => {
      const change = changeOf(8n, before);
      return change && saidAgainst(change, (short) => `${short} on before`);
    };
    expect([against(0n), against(4n)]).toEqual(["new", "+100% on before"]);
  });
});
