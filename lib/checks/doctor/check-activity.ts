import type { Ctx } from "@/lib/access";
import { creditsToString } from "@/lib/kernel/micros";
import { getLatestVerification, listLedger } from "@/lib/wallets";
import { type Check, ofCustomer, passIf } from "./check";

/** Entries that change a balance without being usage. */
const CHANGES = [
  ...(["purchase", "grant", "adjustment", "refund", "dispute", "dispute_reversal"] as const),
  ...(["expiry", "correction", "transfer_in", "transfer_out"] as const),
] as const;

const RANGE_DAYS = 30;
const DAY_MILLIS = 24 * 3_600_000;

/**
 * Why a change of the balance is not in Activity (mission B63): was one booked, does the range shown include it, and
 * does the balance agree with the ledger. Every change is an entry; what is no entry did not happen.
 */
export async function checkActivity(asker: Ctx, customer: string): Promise<Check[]> {
  const [page, own, all] = await Promise.all([
    listLedger(asker, { externalId: customer, limit: 1, types: [...CHANGES] }),
    getLatestVerification(asker, customer),
    getLatestVerification(asker),
  ]);
  const [entry] = page.data;
  const proof = own ?? all;
  const balances = `/usage/billing/balances?${ofCustomer(customer)}`;
  const proven: Check = {
    code: "proven",
    state: proof === null ? "unknown" : passIf(proof.ok),
    facts: proof === null ? {} : { at: proof.at.toISOString() },
    path: balances,
  };
  if (!entry) return [{ code: "booked", state: "warn", facts: {}, path: balances }, proven];
  const at = entry.recordedAt.toISOString();
  const facts = { type: entry.type, at, amount: creditsToString(entry.delta) };
  const age = asker.now.getTime() - entry.recordedAt.getTime();
  const activity = `/usage/billing/activity?${age > RANGE_DAYS * DAY_MILLIS ? "range=90d&" : ""}${ofCustomer(customer)}`;
  return [
    { code: "booked", state: "pass", facts, path: activity },
    {
      code: "in_range",
      state: passIf(age <= RANGE_DAYS * DAY_MILLIS, "warn"),
      facts: { at },
      path: activity,
    },
    proven,
  ];
}
