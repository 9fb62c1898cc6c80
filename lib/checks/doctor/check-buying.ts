import type { Ctx } from "@/lib/access";
import { listPurchases } from "@/lib/commerce";
import { creditsToString, type Micros } from "@/lib/kernel/micros";
import type { LogSummary } from "@/lib/logs";
import { listUnpricedModels } from "@/lib/pricing";
import { getBalance, getLastPurchase } from "@/lib/wallets";
import { explainLimits } from "../explain-limits";
import { type Check, ofCustomer, passIf } from "./check";
import { lastPriced } from "./check-pricing";

/**
 * Why somebody who bought credits is still refused (mission B61): was the order booked, did the balance grow and may it
 * be spent, do their requests come as theirs, has what they use a price, and is a usual request covered.
 */
export async function checkBuying(asker: Ctx, customer: string, last: LogSummary | null): Promise<Check[]> {
  const [booked, spendable, unpriced] = await Promise.all([
    purchaseBooked(asker, customer),
    balanceSpendable(asker, customer),
    listUnpricedModels(asker),
  ]);
  const checks = [booked.check, spendable, comesAsTheirs(customer, { boughtAt: booked.at, last })];
  if (last === null) return checks;
  return [...checks, lastPriced(last, unpriced), await costCovered(asker, customer, last)];
}

async function purchaseBooked(asker: Ctx, customer: string): Promise<{ check: Check; at: Date | null }> {
  const [orders, entry] = await Promise.all([
    listPurchases(asker, { customer, limit: 20 }),
    getLastPurchase(asker, customer),
  ]);
  const path = `/usage/billing/commerce/purchases?${ofCustomer(customer)}`;
  const open = orders.data.find(({ granted }) => granted === "0");
  if (entry) {
    const facts = { at: entry.at.toISOString(), amount: creditsToString(entry.delta) };
    return { check: { code: "bought", state: "pass", facts, path }, at: entry.at };
  }
  if (!open) return { check: { code: "bought", state: "unknown", facts: {}, path }, at: null };
  const facts = { order: open.number, state: open.state, shop: open.shopStatus };
  return { check: { code: "bought", state: "fail", facts, path }, at: null };
}

async function balanceSpendable(asker: Ctx, customer: string): Promise<Check> {
  const { total, available, debt, frozen } = await getBalance(asker, customer);
  const facts = {
    total: creditsToString(total),
    available: creditsToString(available),
    ...(debt > 0n ? { debt: creditsToString(debt) } : {}),
    ...(frozen ? { frozen: "true" } : {}),
  };
  const path = `/usage/billing/balances?${ofCustomer(customer)}`;
  return { code: "spendable", state: passIf(available > 0n && !frozen), facts, path };
}

type Visit = { readonly boughtAt: Date | null; readonly last: LogSummary | null };

/** Somebody who is not signed in on the merchant's site is a guest there, and has no balance. */
function comesAsTheirs(customer: string, { boughtAt, last }: Visit): Check {
  const path = `/usage/logs?${ofCustomer(customer)}`;
  const facts = last === null ? {} : { at: last.lastAt.toISOString() };
  if (last === null) return { code: "comes_as_theirs", state: "fail", facts, path };
  const since = boughtAt === null || last.lastAt >= boughtAt;
  return { code: "comes_as_theirs", state: passIf(since, "warn"), facts, path };
}

async function costCovered(asker: Ctx, customer: string, last: LogSummary): Promise<Check> {
  const cost = creditsToString(averageCost(last));
  const { module, bot, store } = last;
  const limits = await explainLimits(asker, {
    ...{ customer, module, cost },
    ...(bot === null ? {} : { bot }),
    ...(store === null ? {} : { store }),
  });
  const most = limits.most === null ? {} : { most: creditsToString(limits.most) };
  const asked = new URLSearchParams({
    customer,
    module,
    cost,
    ...(bot ? { bot } : {}),
    ...(store ? { store } : {}),
  });
  const state = passIf(limits.outcome?.allowed === true);
  return { code: "covered", state, facts: { cost, ...most }, path: `/limits/explain?${asked}` };
}

/** What a request of the log cost on average, rounded up. */
function averageCost({ cost, requestCount }: LogSummary): Micros | bigint {
  const requests = BigInt(requestCount > 0 ? requestCount : 1);
  return (cost + requests - 1n) / requests;
}
