import type { ScopeUsage } from "@/lib/metering";
import type { BalanceRow as Listed } from "@/lib/wallets";

/** What a customer used of one quota, named for people. */
export type ScopeView = Omit<ScopeUsage, "quotaId"> & { readonly id: string; readonly name: string };

/** A customer as a row of the table: plain values, named for people. */
export type BalanceRow = {
  /** The merchant's own id of the customer. */
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly total: bigint;
  readonly held: bigint;
  readonly frozen: boolean;
  readonly usage: readonly ScopeView[];
  readonly overdraft: bigint;
  readonly lastUsedAt: Date | null;
  readonly lastResetAt: Date | null;
};

type Named = readonly { readonly id: string; readonly name: string }[];

export function toBalanceRow(row: Listed, usage: readonly ScopeUsage[], modules: Named): BalanceRow {
  const scopes = usage.map((each) => toScopeView(each, modules)).sort(byFullness);
  return {
    id: row.externalId,
    name: row.name ?? row.email ?? row.externalId,
    email: row.name === null ? null : row.email,
    total: row.total,
    held: row.held,
    frozen: row.frozen !== null,
    usage: scopes,
    overdraft: scopes.reduce((sum, each) => sum + each.overdraft, 0n),
    lastUsedAt: row.lastUsedAt,
    lastResetAt: row.lastResetAt,
  };
}

/** "chatbot/support@main" becomes "Chatbot · support · at main"; "any" is everywhere. */
export function toScopeView({ quotaId, ...usage }: ScopeUsage, modules: Named): ScopeView {
  const [place = "", store] = usage.scope.split("@");
  const [module = "", bot] = place.split("/");
  const name = module === "any" ? "Everywhere" : (modules.find((each) => each.id === module)?.name ?? module);
  return { ...usage, id: quotaId, name: [name, bot, store && `at ${store}`].filter(Boolean).join(" · ") };
}

/** What is nearest to its limit first; then what was used most. */
function byFullness(a: ScopeView, b: ScopeView): number {
  const [left, right] = [fullness(a), fullness(b)];
  if (left !== right) return left > right ? -1 : 1;
  return a.used === b.used ? 0 : a.used > b.used ? -1 : 1;
}

/** Used and held of the limit in thousandths; what is not limited is empty, what is disabled full. */
export function fullness({
  limit,
  used,
  held,
}: {
  limit: bigint | null;
  used: bigint;
  held: bigint;
}): number {
  if (limit === null) return 0;
  if (limit === 0n) return 1_000;
  const share = ((used + held) * 1_000n) / limit;
  return share > 1_000n ? 1_000 : Number(share);
}
