import type { Sql } from "@/lib/db";
import { registerOnSight } from "@/lib/merchants";
import { groupBy } from "@/lib/kernel/group-by";
import type { AuthorizeOp, Op, UsageOp } from "./core/op";
import type { MerchantConfig } from "./core/world";

/** What this process knows to be registered, and for which version of the merchant's settings that holds. */
const remembered = new Map<string, { version: bigint; names: Set<string> }>();

/** How many merchants' names a process remembers; then it starts over. */
const MEMORY = 1_000;

/**
 * Registers on sight the modules, bots, forms and stores that requests name (design.md §9). Returns what to call
 * once the transaction has committed: only then are the names remembered, so that a sight of them costs nothing.
 */
export async function registerNames(
  sql: Sql,
  ops: readonly Op[],
  at: { configs: ReadonlyMap<string, MerchantConfig>; now: Date },
): Promise<() => void> {
  const requests = ops.filter((op) => op.kind === "authorize" || op.kind === "usage");
  // In one order for everyone: two servers that see the same names for the first time do not lock each other out.
  const groups = [...groupBy(requests, (op) => op.merchantId)].sort(([a], [b]) => (a < b ? -1 : 1));
  const fresh = groups.map(([merchantId, group]) => {
    const version = at.configs.get(merchantId)?.version ?? 0n;
    return { merchantId, version, ops: group.filter((op) => !isKnown(op, version)) };
  });
  const unknown = fresh.filter((group) => group.ops.length > 0);
  await Promise.all(
    unknown.map((group) => registerOnSight(sql, group.merchantId, sighting(group.ops, at.now))),
  );
  return () => {
    for (const { merchantId, version, ops: seen } of unknown)
      remember(merchantId, version, seen.flatMap(namesOf));
  };
}

function namesOf(op: AuthorizeOp | UsageOp): string[] {
  const names = [`module|${op.module}`];
  if (op.bot !== null) names.push(`bot|${op.bot}`);
  if (op.form !== null) names.push(`form|${op.form}`);
  if (op.store !== null) names.push(`store|${op.store}`);
  return names;
}

function isKnown(op: AuthorizeOp | UsageOp, version: bigint): boolean {
  const known = remembered.get(op.merchantId);
  if (known?.version !== version) return false;
  return namesOf(op).every((name) => known.names.has(name));
}

function remember(merchantId: string, version: bigint, names: readonly string[]): void {
  if (remembered.size > MEMORY) remembered.clear();
  const known = remembered.get(merchantId);
  const kept = known?.version === version ? known.names : new Set<string>();
  for (const name of names) kept.add(name);
  remembered.set(merchantId, { version, names: kept });
}

function sighting(ops: readonly (AuthorizeOp | UsageOp)[], now: Date) {
  const bots = new Map(ops.flatMap((op) => (op.bot === null ? [] : [[op.bot, op.module] as const])));
  const forms = new Map(ops.flatMap((op) => (op.form === null ? [] : [[op.form, op.module] as const])));
  return {
    modules: [...new Set(ops.map((op) => op.module))].sort(),
    bots: [...bots].map(([id, module]) => ({ id, module })),
    forms: [...forms].map(([id, module]) => ({ id, module })),
    stores: [...new Set(ops.flatMap((op) => (op.store === null ? [] : [op.store])))].sort(),
    at: now,
  };
}
