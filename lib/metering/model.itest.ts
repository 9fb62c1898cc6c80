import { describe, expect, it } from "vitest";
import { makeMerchant } from "@/lib/merchants/testing";
import { createPricingRule } from "@/lib/pricing";
import { createQuota } from "@/lib/quotas";
import { addCredits, getBalance, listLedger, verifyWallets } from "@/lib/wallets";
import { creditsToString } from "@/lib/kernel/micros";
import { listCustomerQuotas, releaseHold, resetQuotas } from "@/lib/metering";
import { authorizing, freshId, using } from "./testing";

/** A small generator with a seed, so that a failing run can be repeated (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Whole credits only: what the contract says about one customer with one quota, and nothing else. */
class Model {
  total = 0;
  heldBalance = 0;
  used = 0;
  heldQuota = 0;
  readonly limit = 60;
  readonly holds = new Map<string, { balance: number; quota: number }>();

  split(cost: number) {
    const balance = Math.min(this.total - this.heldBalance, cost);
    const quota = Math.min(this.limit - this.used - this.heldQuota, cost - balance);
    return { balance, quota, rest: cost - balance - quota };
  }

  authorize(id: string, cost: number): boolean {
    const { balance, quota, rest } = this.split(cost);
    if (rest > 0) return false;
    this.heldBalance += balance;
    this.heldQuota += quota;
    this.holds.set(id, { balance, quota });
    return true;
  }

  end(id: string): { balance: number; quota: number } {
    const hold = this.holds.get(id) ?? { balance: 0, quota: 0 };
    this.holds.delete(id);
    this.heldBalance -= hold.balance;
    this.heldQuota -= hold.quota;
    return hold;
  }

  use(cost: number, hold: { balance: number; quota: number }) {
    const ownBalance = Math.min(cost, hold.balance);
    const ownQuota = Math.min(cost - ownBalance, hold.quota);
    this.total -= ownBalance;
    this.used += ownQuota;
    const extra = this.split(cost - ownBalance - ownQuota);
    this.total -= extra.balance;
    this.used += extra.quota;
    return {
      fromBalance: ownBalance + extra.balance,
      fromQuota: ownQuota + extra.quota,
      overdraft: extra.rest,
    };
  }
}

describe("a customer over hundreds of random operations", () => {
  it.each([1, 2, 3])("behaves as the model says (seed %i)", async (seed) => {
    const random = randomFrom(seed);
    const model = new Model();
    const { ctx } = await makeMerchant();
    await createPricingRule(ctx, {
      operation: "chat",
      method: "per_1k_tokens",
      inputRate: "1",
      outputRate: "1",
    });
    await createQuota(ctx, { audience: "customer", module: "chatbot", limit: "60", period: "yearly" });
    await addCredits(ctx, "42", { id: freshId(), amount: "1", category: "paid", reason: "first" });
    model.total = 1;

    const steps: (() => Promise<void>)[] = [
      async () => {
        const amount = 1 + random(12);
        await addCredits(ctx, "42", {
          id: freshId(),
          amount: String(amount),
          category: "paid",
          reason: "more",
          priority: random(3),
        });
        model.total += amount;
      },
      async () => {
        const [id, cost] = [freshId(), 1 + random(9)];
        const allowed = model.authorize(id, cost);
        const attempt = authorizing(ctx, { id, estimate: { inputTokens: cost * 1000 } });
        if (allowed) expect(await attempt).toMatchObject({ cost: String(cost) });
        else await expect(attempt).rejects.toMatchObject({ code: "insufficient_credits" });
      },
      async () => {
        const ids = [...model.holds.keys()];
        const id = ids[random(Math.max(ids.length, 1))] ?? freshId();
        const cost = random(12);
        const said = model.use(cost, model.end(id));
        const answer = await using(ctx, { id, usage: { outputTokens: cost * 1000 } });
        expect(answer).toMatchObject({
          fromBalance: String(said.fromBalance),
          fromQuota: String(said.fromQuota),
          overdraft: String(said.overdraft),
        });
      },
      async () => {
        const id = [...model.holds.keys()][0];
        if (id === undefined) return;
        model.end(id);
        expect(await releaseHold(ctx, id)).toMatchObject({ state: "released" });
      },
      async () => {
        if (random(6) > 0) return;
        await resetQuotas(ctx, "42", { scope: "chatbot" });
        model.used = 0;
      },
    ];
    for (let step = 0; step < 120; step += 1) await steps[random(steps.length)]?.();

    const wallet = await getBalance(ctx, "42");
    expect([wallet.total, wallet.held].map(creditsToString)).toEqual([
      String(model.total),
      String(model.heldBalance),
    ]);
    expect(await listCustomerQuotas(ctx, "42")).toMatchObject([
      { used: String(model.used), held: String(model.heldQuota) },
    ]);
    expect(await verifyWallets(ctx)).toMatchObject({ ok: true });
    const { data } = await listLedger(ctx, { externalId: "42", limit: 1 });
    expect(data[0]?.balanceAfter).toBe(wallet.total);
  });
});
