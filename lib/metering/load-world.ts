import { lockGuests } from "@/lib/customers";
import type { Sql } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { localDay } from "@/lib/kernel/time";
import { findConversations } from "@/lib/logs";
import { loadRuleVersions } from "@/lib/pricing";
import { loadCounters } from "@/lib/quotas";
import type { CounterKey } from "@/lib/quotas/core";
import { findHolds, lockWallets } from "@/lib/wallets";
import type { Hold } from "@/lib/wallets/core";
import { loadConfigs } from "./configs";
import { registerNames } from "./register-names";
import { candidateCounters } from "./core/binding";
import type { Op, UsageOp } from "./core/op";
import { keyOf, type MerchantConfig, versionKey, type World } from "./core/world";
import { findEvents } from "./metering.repo";
import { periodOf } from "./period-of";

/** Locks every wallet and guest that the ops move, then loads all that planning them may look at. */
export async function loadWorld(
  sql: Sql,
  ops: readonly Op[],
  now: Date,
): Promise<{ world: World; committed: () => void }> {
  const usage = ops.filter((op) => op.kind === "usage");
  const [wallets, guests, configs, events, holds, conversations] = await Promise.all([
    lockWallets(sql, walletKeys(ops)),
    lockGuests(sql, guestKeys(ops)),
    loadConfigs(sql, unique(ops.map((op) => op.merchantId))),
    findEvents(
      sql,
      uniqueBy(usage, (op) => keyOf(op.merchantId, op.id)),
    ),
    findHolds(sql, holdKeys(ops)),
    findConversations(sql, conversationKeys(usage)),
  ]);
  const [counters, versions, committed] = await Promise.all([
    loadCounters(sql, counterKeys(ops, holds, { configs, now })),
    loadRuleVersions(sql, holds.flatMap(ruleRef)),
    registerNames(sql, ops, { configs, now }),
  ]);
  const days = new Map<string, string>();
  for (const [merchantId, config] of configs) days.set(merchantId, localDay(config.timeZone, now));
  const world: World = {
    now,
    newId: () => newId(now),
    dayOf: (merchantId) => days.get(merchantId) ?? localDay("UTC", now),
    configs,
    wallets,
    guests,
    counters,
    periodOf: (quota, config) => periodOf(quota, config, now),
    ruleVersions: new Map(versions.map((rule) => [versionKey(rule.id, rule.version), rule])),
    holds: new Map(holds.map((hold) => [keyOf(hold.merchantId, hold.id), hold])),
    events: new Map(events.map((event) => [keyOf(event.merchantId, event.id), event])),
    conversations: new Map(conversations.map((each) => [keyOf(each.merchantId, each.id), each])),
    written: {
      touched: new Set(),
      entries: [],
      newHolds: [],
      endedHolds: [],
      usage: [],
      logged: [],
      counted: [],
      newConversations: [],
      existingLogs: new Set(),
    },
  };
  return { world, committed };
}

function walletKeys(ops: readonly Op[]) {
  const keys = ops.flatMap(({ merchantId, subject }) =>
    subject.kind === "customer" ? [{ merchantId, customerId: subject.customerId }] : [],
  );
  return uniqueBy(keys, (key) => key.customerId);
}

function guestKeys(ops: readonly Op[]) {
  const keys = ops.flatMap(({ merchantId, subject }) => {
    if (subject.kind === "customer") return [];
    const session = { merchantId, id: subject.guestId };
    return subject.networkId === null ? [session] : [session, { merchantId, id: subject.networkId }];
  });
  return uniqueBy(keys, (key) => key.id);
}

function holdKeys(ops: readonly Op[]) {
  const keys = ops.flatMap((op) => {
    const own = { merchantId: op.merchantId, id: op.id };
    return op.kind === "usage" && op.holdId !== null
      ? [own, { merchantId: op.merchantId, id: op.holdId }]
      : [own];
  });
  return uniqueBy(keys, (key) => keyOf(key.merchantId, key.id));
}

function conversationKeys(ops: readonly UsageOp[]) {
  const keys = ops.flatMap(({ merchantId, conversation }) =>
    conversation ? [{ merchantId, id: conversation.id }] : [],
  );
  return uniqueBy(keys, (key) => keyOf(key.merchantId, key.id));
}

function counterKeys(
  ops: readonly Op[],
  holds: readonly Hold[],
  at: { configs: ReadonlyMap<string, MerchantConfig>; now: Date },
): CounterKey[] {
  const ofOps = ops.flatMap((op) => {
    const config = at.configs.get(op.merchantId);
    if (!config || !("module" in op)) return [];
    return candidateCounters(config, op, (quota) => periodOf(quota, config, at.now));
  });
  const ofHolds = holds.flatMap((hold) =>
    hold.quotas.map((part) => ({ ...part, merchantId: hold.merchantId })),
  );
  return uniqueBy(
    [...ofOps, ...ofHolds],
    (key) => `${key.subjectId}|${key.quotaId}|${key.periodStart.getTime()}`,
  );
}

function ruleRef(hold: Hold) {
  if (hold.state !== "open" || !hold.rule) return [];
  return [{ merchantId: hold.merchantId, ruleId: hold.rule.id, version: hold.rule.version }];
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function uniqueBy<T>(values: readonly T[], keyFor: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyFor(value), value])).values()];
}
