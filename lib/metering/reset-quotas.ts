import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { findCustomer } from "@/lib/customers";
import { readSql, type Sql, sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { creditsToString, micros } from "@/lib/kernel/micros";
import { localDay } from "@/lib/kernel/time";
import { loadSettings } from "@/lib/merchants";
import { postCounters } from "@/lib/quotas";
import { resetCounter } from "@/lib/quotas/core";
import { lockWallets, postEntries } from "@/lib/wallets";
import { type OpenWallet, walletEntry } from "@/lib/wallets/core";
import { type Bound, type QuotaView, quotaView } from "./core/binding";
import { boundQuotasOf } from "./customer-quotas";
import { resetQuotasInput } from "./schemas";
import { tidyHolds } from "./settle-group";

export type QuotaReset = { ledgerEntryId: string; quotas: QuotaView[] };

/**
 * Zeroes what a customer used in the current period of one scope, or of all of them; what open holds keep stays held
 * and the balance does not move. Leaves a ledger entry and an audit event. Throws `not_found` for an unknown
 * customer, or a scope in which no quota binds the customer.
 */
export async function resetQuotas(ctx: Ctx, externalId: string, input: unknown): Promise<QuotaReset> {
  requireCan(ctx, "resets:write");
  const { scope } = resetQuotasInput.parse(input);
  await tidyHolds([ctx.merchantId], ctx.now);
  const customer = await findCustomer(readSql(), ctx.merchantId, externalId);
  if (!customer) throw new AppError("not_found", "No such customer.");
  return withTx(ctx, async (tx) => {
    const sql = sqlOf(tx);
    const wallet = (await lockWallets(sql, [{ merchantId: ctx.merchantId, customerId: customer.id }])).get(
      customer.id,
    );
    if (!wallet) throw new AppError("not_found", "No such customer.");
    const all = await boundQuotasOf(sql, ctx, { customerId: customer.id, roles: wallet.roles });
    const bound = scope == null ? all : all.filter((each) => each.scope === scope);
    if (scope != null && bound.length === 0)
      throw new AppError("not_found", "No quota of this scope binds this customer.");
    const before = bound.map(({ scope: name, counter }) => ({
      scope: name,
      used: creditsToString(counter.used),
    }));
    for (const { counter } of bound) resetCounter(counter);
    const ledgerEntryId = await post(sql, ctx, { wallet, bound, before });
    await recordAudit(tx, ctx, {
      action: "quotas.reset",
      entity: "customer",
      entityId: externalId,
      details: { scope: scope ?? null, before },
    });
    return { ledgerEntryId, quotas: bound.map(quotaView) };
  });
}

async function post(
  sql: Sql,
  ctx: Ctx,
  reset: { wallet: OpenWallet; bound: readonly Bound[]; before: readonly { scope: string; used: string }[] },
): Promise<string> {
  const { book } = reset.wallet;
  const { timeZone } = await loadSettings(sql, ctx.merchantId);
  const entry = walletEntry({
    merchantId: ctx.merchantId,
    id: newId(ctx.now),
    customerId: book.customerId,
    type: "quota_reset",
    delta: micros(0n),
    balanceAfter: book.booked,
    actor: ctx.actor,
    references: { scopes: reset.before },
    recordedAt: ctx.now,
  });
  await postCounters(
    sql,
    reset.bound.map((each) => each.counter),
  );
  await postEntries(sql, [entry], () => localDay(timeZone, ctx.now));
  return entry.id;
}
