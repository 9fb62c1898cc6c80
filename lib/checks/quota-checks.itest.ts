import { describe, expect, it } from "vitest";
import { putCustomer } from "@/lib/customers";
import { explainLimits, getQuotaTrial } from "@/lib/checks";
import { micros } from "@/lib/kernel/micros";
import { makeMerchant } from "@/lib/merchants/testing";
import { authorizing, giveCredits, later, makeFlatRule, using } from "@/lib/metering/testing";
import { createQuota, getQuotaUsage, listQuotasInUse, updateQuota } from "@/lib/quotas";
import { listQuotaResets, previewResets } from "@/lib/quotas";

const NOON = new Date("2026-11-21T12:00:00Z");
const DAY = 86_400;

async function chatMerchant() {
  const made = await makeMerchant({ now: NOON });
  await makeFlatRule(made.ctx);
  return made;
}

describe("what a quota counted", () => {
  it("is added up over all who drew on it, of guests by session and not by network", async () => {
    const { ctx } = await chatMerchant();
    const guests = await createQuota(ctx, {
      audience: "guest",
      limit: "5",
      networkLimit: "20",
      period: "daily",
    });
    const customers = await createQuota(ctx, { audience: "customer", limit: "5", period: "daily" });
    for (const session of ["a", "a", "a", "a", "b"]) {
      await using(ctx, { guest: { session, ip: "203.0.113.7" } });
    }
    for (let time = 0; time < 5; time += 1) await using(ctx, {});
    await authorizing(ctx, { customer: "43" });

    const page = await listQuotasInUse(ctx);

    expect(page.data.map(({ quota, usage }) => [quota.id, usage])).toMatchObject([
      [
        customers.id,
        { subjects: 2n, used: 5_000_000n, held: 1_000_000n, nearLimit: 1n, atLimit: 1n, capped: false },
      ],
      [guests.id, { subjects: 2n, used: 5_000_000n, held: 0n, nearLimit: 1n, atLimit: 0n }],
    ]);
    expect(await getQuotaUsage(ctx, guests.id)).toMatchObject({
      top: [
        { kind: "guest", id: "a", used: 4_000_000n },
        { kind: "guest", id: "b", used: 1_000_000n },
      ],
    });
    expect((await getQuotaUsage(ctx, customers.id)).top).toMatchObject([
      { kind: "customer", id: "42", used: 5_000_000n, held: 0n },
      { kind: "customer", id: "43", used: 0n, held: 1_000_000n },
    ]);
  });

  it("begins anew with the period, and shows another merchant nothing", async () => {
    const { ctx } = await chatMerchant();
    const { id } = await createQuota(ctx, { audience: "customer", limit: "5", period: "daily" });
    await using(ctx, {});
    expect((await getQuotaUsage(later(ctx, DAY), id)).usage).toMatchObject({ subjects: 0n, used: 0n });

    const { ctx: stranger } = await makeMerchant();
    await expect(getQuotaUsage(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getQuotaTrial(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(listQuotaResets(stranger, id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("resets of a quota", () => {
  it("follow its own zone, else the merchant's, before it is saved and after", async () => {
    const { ctx } = await makeMerchant({ now: NOON, timeZone: "Asia/Kathmandu" });
    const own = await createQuota(ctx, { audience: "customer", period: "daily", timeZone: "Europe/Oslo" });
    const theirs = await createQuota(ctx, { audience: "customer", period: "daily" });

    expect(await listQuotaResets(ctx, own.id, { count: "2" })).toEqual({
      timeZone: "Europe/Oslo",
      resets: [new Date("2026-11-21T23:00:00Z"), new Date("2026-11-22T23:00:00Z")],
    });
    const saved = await listQuotaResets(ctx, theirs.id);
    expect(saved.resets).toHaveLength(12);
    expect(await previewResets(ctx, { period: "daily" })).toEqual(saved);
    expect((await previewResets(ctx, { period: "never" })).resets).toEqual([]);
  });
});

describe("a quota on trial", () => {
  it("tells who enforcing would have refused, for how many requests, and which limit refuses few", async () => {
    const { ctx } = await chatMerchant();
    const quota = await createQuota(ctx, {
      audience: "customer",
      limit: "3",
      period: "daily",
      mode: "observe",
    });
    const yesterday = later(ctx, -DAY);
    for (let person = 0; person < 20; person += 1) await using(yesterday, { customer: `p${person}` });
    for (let time = 0; time < 8; time += 1) await using(yesterday, { customer: "p0" });
    for (let time = 0; time < 5; time += 1) await using(ctx, {});

    const trial = await getQuotaTrial(ctx, quota.id);

    expect(trial.periods.slice(0, 3)).toMatchObject([
      { subjects: 1n, overLimit: 1n, excess: 2_000_000n, requests: 2n },
      { subjects: 20n, overLimit: 1n, excess: 6_000_000n, requests: 6n },
      { subjects: 0n, overLimit: 0n, excess: 0n, requests: 0n },
    ]);
    expect(trial.over).toMatchObject([{ id: "42", used: 5_000_000n }]);
    // Of twenty, one in twenty is p0 with nine; the only one of today used five.
    expect(trial.suggestions).toEqual([
      { percent: 1, limit: micros(9_000_000n) },
      { percent: 5, limit: micros(5_000_000n) },
    ]);

    await updateQuota(ctx, quota.id, { mode: "enforce" });
    await expect(authorizing(ctx, {})).rejects.toMatchObject({ code: "insufficient_credits" });
  });

  it("suggests nothing while nobody drew on it", async () => {
    const { ctx } = await chatMerchant();
    const { id } = await createQuota(ctx, { audience: "customer", limit: "3", mode: "observe" });
    expect(await getQuotaTrial(ctx, id)).toMatchObject({
      periods: [{ requests: null }],
      over: [],
      suggestions: [],
    });
  });
});

describe("limits explained", () => {
  it("decide as authorize does: the highest role, the tightest quota, the balance first", async () => {
    const { ctx } = await chatMerchant();
    await putCustomer(ctx, "42", { roles: ["subscriber", "editor"] });
    const low = await createQuota(ctx, { audience: "role", role: "subscriber", limit: "2", period: "daily" });
    const high = await createQuota(ctx, { audience: "role", role: "editor", limit: "4", period: "daily" });
    const tight = await createQuota(ctx, {
      audience: "customer",
      module: "chatbot",
      limit: "3",
      period: "monthly",
    });
    const other = await createQuota(ctx, { audience: "customer", module: "ai_forms", limit: "1" });
    await giveCredits(ctx, "2");
    await using(ctx, { customer: "42" });
    await authorizing(ctx, { customer: "42" });
    await using(ctx, { customer: "42" });

    const limits = await explainLimits(ctx, { customer: "42", module: "chatbot", cost: "3" });

    expect(limits).toMatchObject({
      ...{ kind: "customer", roles: ["subscriber", "editor"], tightest: tight.id, most: 2_000_000n },
      balance: { total: 1_000_000n, held: 1_000_000n, available: 0n },
      outcome: { allowed: false, refusedBy: tight.id },
    });
    const verdicts = new Map(limits.quotas.map((each) => [each.quota.id, each]));
    expect(verdicts.get(low.id)).toMatchObject({ verdict: "outranked", outrankedBy: high.id });
    expect(verdicts.get(high.id)).toMatchObject({
      verdict: "binds",
      used: 1_000_000n,
      remaining: 3_000_000n,
    });
    expect(verdicts.get(other.id)).toMatchObject({ verdict: "other_module" });
    expect(limits.quotas.slice(0, 2).map((each) => each.verdict)).toEqual(["binds", "binds"]);
    expect(await explainLimits(ctx, { customer: "42", module: "chatbot", cost: "2" })).toMatchObject({
      outcome: { allowed: true, fromQuota: 2_000_000n },
    });
    await expect(
      authorizing(ctx, { customer: "42", estimate: {}, id: "a" }).then(() => authorizing(ctx, {})),
    ).resolves.toMatchObject({ allowed: true });
    await expect(authorizing(ctx, {})).rejects.toMatchObject({ code: "insufficient_credits" });
  });

  it("know guests by session, customers by made-up roles, and nobody unknown", async () => {
    const { ctx } = await chatMerchant();
    await createQuota(ctx, { audience: "guest", limit: "5", period: "daily" });
    await createQuota(ctx, { audience: "role", role: "gold", limit: "0" });
    await using(ctx, { guest: { session: "s-1", ip: "203.0.113.7" } });

    const first = await explainLimits(ctx, { guest: "true" });
    expect(first).toMatchObject({ kind: "guest", most: 5_000_000n, balance: null });
    const known = await explainLimits(ctx, { guest: "true", session: "s-1" });
    expect(known).toMatchObject({
      most: 4_000_000n,
      quotas: [{ verdict: "binds" }, { verdict: "other_audience" }],
    });
    expect(await explainLimits(ctx, { roles: "silver, gold" })).toMatchObject({ most: 0n });
    expect(await explainLimits(ctx, { roles: "silver" })).toMatchObject({ most: null, tightest: null });
    await expect(explainLimits(ctx, { customer: "nobody" })).rejects.toMatchObject({ code: "not_found" });
  });
});
