import { beforeAll, describe, expect, it } from "vitest";
import { authorizeInput, recordUsageInput } from "@/lib/metering/schemas";
import { BUILT_IN_MODULES } from "@/lib/merchants/schemas";
import { BOTS, FORMS, STORES } from "./house";
import { planTraffic, type PlannedRequest } from "./plan-traffic";
import { windowsOf } from "./run-traffic";
import { readTokenCounts, type TokenCounts } from "./token-counts";

const NOW = new Date("2026-11-21T09:30:00Z");
const DAY_MILLIS = 86_400_000;

let counts: TokenCounts[] = [];
let plan: PlannedRequest[] = [];

beforeAll(async () => {
  counts = await readTokenCounts();
  plan = planTraffic(NOW, counts);
});

describe("planTraffic", () => {
  it("is the same for the same instant", () => {
    expect(planTraffic(NOW, counts)).toEqual(plan);
  });

  it("fills 30 days up to the instant, in order, with one to three thousand requests", () => {
    const times = plan.map(({ at }) => at.getTime());

    expect(plan.length).toBeGreaterThan(1_500);
    expect(plan.length).toBeLessThan(3_000);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(NOW.getTime() - 30 * DAY_MILLIS);
    expect(times.at(-1)).toBeLessThan(NOW.getTime());
    expect(new Set(times.map((time) => Math.floor(time / DAY_MILLIS))).size).toBeGreaterThanOrEqual(30);
  });

  it("makes bodies that the API's own schemas accept, with every word filled in", () => {
    for (const { authorize, usage } of plan) {
      authorizeInput.parse(authorize);
      const { conversation } = recordUsageInput.parse(usage);
      for (const { content } of conversation?.messages ?? []) expect(content).not.toMatch(/[{}]/);
    }
    expect(new Set(plan.map(({ usage }) => recordUsageInput.parse(usage).id)).size).toBe(plan.length);
  });

  it("touches every module, bot, form and store, with scores and failures among the answers", () => {
    const usages = plan.map(({ usage }) => recordUsageInput.parse(usage));
    const seen = (pick: (usage: (typeof usages)[number]) => string | null | undefined) =>
      [...new Set(usages.flatMap((usage) => pick(usage) ?? []))].sort();
    const messages = usages.flatMap(({ conversation }) => conversation?.messages ?? []);

    expect(seen(({ module }) => module)).toEqual(Object.keys(BUILT_IN_MODULES).sort());
    expect(seen(({ bot }) => bot)).toEqual(BOTS.map(({ id }) => id).sort());
    expect(seen(({ form }) => form)).toEqual(FORMS.map(({ id }) => id).sort());
    expect(seen(({ store }) => store)).toEqual(STORES.map(({ id }) => id).sort());
    expect(messages.some(({ vectorScores }) => vectorScores != null)).toBe(true);
    expect(messages.some(({ error }) => error != null)).toBe(true);
    expect(usages.some(({ guest }) => guest != null)).toBe(true);
  });
});

describe("windowsOf", () => {
  it("keeps every request, in order, and never looks back", () => {
    const windows = windowsOf(plan);

    expect(windows.flatMap(({ requests }) => requests)).toEqual(plan);
    for (const { at, requests } of windows) expect(at).toEqual(requests.at(-1)?.at);
  });
});
