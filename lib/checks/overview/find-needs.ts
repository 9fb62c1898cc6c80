import type { Ctx } from "@/lib/access";
import { readSql } from "@/lib/db";
import type { Activity } from "@/lib/logs";
import { listUnpricedModels } from "@/lib/pricing";
import { currentUsageOf, loadQuotas } from "@/lib/quotas";
import { listTasks } from "@/lib/tasks";
import { getLatestVerification, listBalances } from "@/lib/wallets";
import type { NEED_CODES } from "./codes";
import { commerceNeeds } from "./commerce-needs";
import { findStuckHolds } from "./overview.repo";

/** One thing that needs somebody, and the place that fixes it. */
export type Need = {
  readonly code: (typeof NEED_CODES)[number];
  readonly level: "critical" | "warning" | "note";
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
  /** Some of them by name, three at most. */
  readonly names: readonly string[];
  /** Below the merchant's dashboard. */
  readonly path: string;
};

type Seen = {
  readonly running: { readonly lastHour: bigint; readonly usualHour: bigint | null };
  readonly activity: Activity;
};

/** So many of a kind are counted. */
const MOST = 100;
const STUCK_AFTER_MILLIS = 3_600_000;
const WEEK_MILLIS = 7 * 24 * 3_600_000;

/** Everything that needs somebody now, the most urgent first. Permissions are the caller's. */
export async function findNeeds(asker: Ctx, seen: Seen): Promise<Need[]> {
  const found = await Promise.all([
    brokenProof(asker),
    commerceNeeds(asker),
    unpriced(asker),
    wallets(asker, "debt"),
    wallets(asker, "frozen"),
    quotasAtLimit(asker),
    stuckHolds(asker),
    failedTasks(asker),
  ]);
  const needs = [...silence(seen), ...trafficNeeds(seen.activity), ...found.flat()];
  return LEVELS.flatMap((level) => needs.filter((need) => need.level === level));
}

const LEVELS = ["critical", "warning", "note"] as const;

/** Below this many an hour, an hour without a request says nothing. */
const BUSY = 5n;

function silence({ running: { lastHour, usualHour } }: Seen): Need[] {
  if (usualHour === null || usualHour < BUSY || lastHour > 0n) return [];
  const count = Number(usualHour);
  return [{ code: "silent", level: "critical", count, more: false, names: [], path: "/troubleshooting" }];
}

async function brokenProof(asker: Ctx): Promise<Need[]> {
  const proof = await getLatestVerification(asker);
  if (proof === null || proof.ok) return [];
  const names = proof.breaks.flatMap(({ customer }) => (customer ? [customer] : []));
  const [count, path] = [proof.breaks.length, "/usage/billing/balances"];
  return [{ code: "proof_broken", level: "critical", count, more: false, names: names.slice(0, 3), path }];
}

/** One request in twenty, and no fewer than three: a lone error is no trend. */
const FAILING_PERCENT = 5n;
const FEW_FAILURES = 3n;

/** Failures and overdraft of today, from the daily figures. */
function trafficNeeds({ series }: Activity): Need[] {
  const today = series.at(-1);
  if (!today) return [];
  const needs: Need[] = [];
  if (today.failures >= FEW_FAILURES && today.failures * 100n >= today.requests * FAILING_PERCENT) {
    needs.push({ ...plain("failures", today.failures), level: "warning", path: "/usage/logs?failed=true" });
  }
  const overdrawn = series.filter(({ overdraft }) => overdraft > 0n).length;
  if (overdrawn > 0) {
    needs.push({
      ...plain("overdraft", BigInt(overdrawn)),
      level: "warning",
      path: "/usage/logs?refused=true",
    });
  }
  return needs;
}

function plain<Code extends Need["code"]>(code: Code, count: bigint) {
  return { code, count: Number(count), more: false, names: [] };
}

async function unpriced(asker: Ctx): Promise<Need[]> {
  const models = await listUnpricedModels(asker);
  if (models.length === 0) return [];
  const names = [...new Set(models.map(({ model }) => model))].slice(0, 3);
  const path = "/usage/billing/pricing";
  return [{ code: "unpriced_models", level: "warning", count: models.length, more: false, names, path }];
}

async function wallets(asker: Ctx, state: "debt" | "frozen"): Promise<Need[]> {
  const page = await listBalances(asker, { state, limit: MOST });
  if (page.data.length === 0) return [];
  return [
    {
      code: state === "debt" ? "wallets_in_debt" : "wallets_frozen",
      level: "warning",
      count: page.data.length,
      more: page.nextCursor !== null,
      names: page.data.slice(0, 3).map(({ name, externalId }) => name ?? externalId),
      path: `/usage/billing/balances?state=${state}`,
    },
  ];
}

async function quotasAtLimit(asker: Ctx): Promise<Need[]> {
  const quotas = await loadQuotas(readSql(), asker.merchantId);
  const enforcing = quotas.filter(({ mode, limit }) => mode === "enforce" && limit !== null && limit > 0n);
  const usage = await currentUsageOf(asker, enforcing.slice(0, MOST));
  const near = enforcing.filter(({ id }) => (usage.get(id)?.nearLimit ?? 0n) > 0n);
  const [only] = near;
  if (!only) return [];
  const people = near.reduce((sum, { id }) => sum + (usage.get(id)?.nearLimit ?? 0n), 0n);
  const path = near.length === 1 ? `/limits?quota=${only.id}` : "/limits";
  return [{ ...plain("quotas_at_limit", people), level: "note", path }];
}

async function stuckHolds(asker: Ctx): Promise<Need[]> {
  const holds = await findStuckHolds(asker.merchantId, new Date(asker.now.getTime() - STUCK_AFTER_MILLIS));
  if (holds.length === 0) return [];
  const names = [...new Set(holds.flatMap(({ customer }) => (customer === null ? [] : [customer])))];
  const [first] = names;
  const path = "/usage/billing/balances";
  return [
    {
      ...{ code: "holds_stuck", level: "warning", names: names.slice(0, 3) },
      ...{ count: holds.length > MOST ? MOST : holds.length, more: holds.length > MOST },
      path: first === undefined ? path : `${path}?customer=${encodeURIComponent(first)}`,
    },
  ];
}

async function failedTasks(asker: Ctx): Promise<Need[]> {
  const page = await listTasks(asker, { limit: 50 });
  const since = asker.now.getTime() - WEEK_MILLIS;
  const failed = page.data.filter(
    ({ state, createdAt }) => state === "failed" && createdAt.getTime() > since,
  );
  if (failed.length === 0) return [];
  const names = [...new Set(failed.map(({ kind }) => kind))].slice(0, 3);
  return [{ ...plain("tasks_failed", BigInt(failed.length)), level: "note", names, path: "/usage/logs" }];
}
