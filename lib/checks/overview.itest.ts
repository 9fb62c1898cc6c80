import { describe, expect, it } from "vitest";
import { getOverview, overviewJson, runChecks } from "@/lib/checks";
import { putCustomer } from "@/lib/customers";
import { makeMerchant } from "@/lib/merchants/testing";
import { authorizing, giveCredits, later, makeFlatRule, using } from "@/lib/metering/testing";
import { createQuota } from "@/lib/quotas";
import { clawBack, freezeBalance, grantPurchase } from "@/lib/wallets";

const NOON = new Date("2026-11-21T12:00:00Z");

type Checks = Awaited<ReturnType<typeof runChecks>>;

/** The state of each condition of a question, by its code. */
function statesOf({ questions }: Checks, question: string) {
  const found = questions.find((each) => each.question === question);
  return Object.fromEntries((found?.checks ?? []).map(({ code, state }) => [code, state]));
}

describe("the overview", () => {
  it("of a new merchant shows the way, and that nothing needs anybody", async () => {
    const { ctx } = await makeMerchant({ now: NOON });

    const overview = await getOverview(ctx);

    expect(overview).toMatchObject({
      needs: [],
      runningOut: [],
      running: { lastRequestAt: null, lastHour: 0n },
    });
    expect(overview.setup).toEqual([
      { step: "key", done: true },
      ...["request", "price", "limit", "shop"].map((step) => ({ step, done: false })),
    ]);
    expect(overviewJson(overview).listPrice).toMatchObject({ dollars: null, unknownRequests: 0 });
  });

  it("of a busy one adds up today and the week, and names what needs somebody with the place that fixes it", async () => {
    const { ctx } = await makeMerchant({ now: NOON });
    await makeFlatRule(ctx);
    const quota = await createQuota(ctx, { audience: "customer", limit: "5", period: "daily" });
    await using(later(ctx, -8 * 86_400), {});
    const usage = { inputTokens: 1_000_000, outputTokens: 0 };
    for (let time = 0; time < 6; time += 1) await using(ctx, { usage });
    await using(ctx, { operation: "dream", model: "unheard-of", customer: "43" });
    await authorizing(later(ctx, -2 * 3_600), { customer: "44", holdSeconds: 86_400 });
    await giveCredits(ctx, "3");
    await freezeBalance(ctx, "42", { reason: "a dispute" });

    const overview = await getOverview(ctx);

    expect(overview.running).toMatchObject({ lastRequestAt: NOON, lastHour: 7n, capped: false });
    expect(overview.today).toMatchObject({ requests: 7n, failures: 0n, tokens: 6_000_000n });
    expect(overview.week.cost).toBe(overview.today.cost);
    expect(overview.weekBefore).toMatchObject({ requests: 1n, cost: 1_000_000n });
    expect(overview.listPrice.nanoDollars).toBe(6n * 2_500_000_000n);
    expect(overview.listPrice.unknownRequests).toBe(1n);
    expect(overview.setup.filter(({ done }) => !done)).toEqual([{ step: "shop", done: false }]);
    const needs = new Map(overview.needs.map((need) => [need.code, need]));
    expect(needs.get("unpriced_models")).toMatchObject({
      names: ["unheard-of"],
      path: "/usage/billing/pricing",
    });
    expect(needs.get("wallets_frozen")).toMatchObject({ count: 1, names: ["42"] });
    expect(needs.get("quotas_at_limit")).toMatchObject({ path: `/limits?quota=${quota.id}` });
    expect(needs.get("holds_stuck")).toMatchObject({ count: 1, names: ["44"] });
    expect(needs.get("overdraft")).toMatchObject({ count: 1 });
    expect(needs.has("silent")).toBe(false);
  });

  it("names whose balance ends within three days at the pace of seven", async () => {
    const { ctx } = await makeMerchant({ now: NOON });
    await makeFlatRule(ctx);
    await giveCredits(ctx, "9");
    for (let time = 0; time < 7; time += 1) await using(ctx, {});

    const { runningOut } = await getOverview(ctx);

    expect(runningOut).toMatchObject([{ id: "42", balance: 2_000_000n, spent: 7_000_000n, hoursLeft: 48n }]);
  });
});

describe("the checks", () => {
  it("of a new merchant say that nothing arrives, and what to do first", async () => {
    const { ctx } = await makeMerchant({ now: NOON });

    const checked = await runChecks(ctx);

    expect(checked).toMatchObject({ customer: null, known: null });
    expect(statesOf(checked, "usage_arrives")).toEqual({ key: "pass", key_used: "fail", recorded: "fail" });
    expect(statesOf(checked, "model_missing")).toEqual({ rules: "fail", models_priced: "pass" });
    expect(checked.questions).toHaveLength(2);
  });

  it("of a customer who bought and is refused name the condition that fails", async () => {
    const { ctx } = await makeMerchant({ now: NOON });
    await makeFlatRule(ctx);
    await createQuota(ctx, { audience: "customer", limit: "0" });
    await giveCredits(ctx, "1");
    await using(ctx, {});

    const refused = await runChecks(ctx, { customer: "42" });

    expect(statesOf(refused, "usage_arrives")).toMatchObject({ recorded: "pass", recorded_of_them: "pass" });
    expect(statesOf(refused, "model_missing")).toMatchObject({ rules: "pass", last_priced: "pass" });
    expect(statesOf(refused, "refused_after_buying")).toMatchObject({
      ...{ spendable: "fail", comes_as_theirs: "pass", last_priced: "pass", covered: "fail" },
    });
    expect(statesOf(refused, "page_empty")).toMatchObject({ page_known: "pass", page_access: "fail" });
    expect(statesOf(refused, "change_missing")).toMatchObject({ booked: "pass", in_range: "pass" });

    await giveCredits(ctx, "5");
    const paid = await runChecks(ctx, { customer: "42" });
    expect(statesOf(paid, "refused_after_buying")).toMatchObject({ spendable: "pass", covered: "pass" });
    const old = await runChecks(later(ctx, 40 * 86_400), { customer: "42" });
    expect(statesOf(old, "change_missing")).toMatchObject({ booked: "pass", in_range: "warn" });
  });

  it("of a customer who bought name what was booked last, also when it was taken back since", async () => {
    const { ctx } = await makeMerchant({ now: NOON });
    const origin = { purchase: "order-7" };
    await grantPurchase(ctx, "42", { key: "p-1", amount: "100", origin });
    await clawBack(ctx, "42", { key: "r-1", type: "refund", amount: "100", lotIds: [], origin });

    const { questions } = await runChecks(ctx, { customer: "42" });

    const bought = questions.flatMap(({ checks }) => checks).find(({ code }) => code === "bought");
    expect(bought).toMatchObject({ state: "pass", facts: { amount: "100" } });
  });

  it("of somebody who is not known offer those of similar names", async () => {
    const { ctx } = await makeMerchant({ now: NOON });
    await putCustomer(ctx, "ada-1", { name: "Ada Reader" });

    const checked = await runChecks(ctx, { customer: "ada" });

    expect(checked).toMatchObject({ known: false, similar: [{ externalId: "ada-1", name: "Ada Reader" }] });
    expect(checked.questions).toHaveLength(2);
  });
});
