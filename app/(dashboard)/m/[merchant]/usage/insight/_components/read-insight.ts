import type { MemberCtx } from "@/lib/auth";
import { getInsight, getUsageBy, type UsageBy } from "@/lib/logs";
import { listBots, listModules, listStores } from "@/lib/merchants";
import { NOTHING_NAMED } from "./drill";
import type { Dimension, InsightQuery } from "./insight-query";
import type { Figures, InsightView, Part } from "./insight-view";

/** Everything the page shows, from the roll-ups. */
export async function readInsight(ctx: MemberCtx, { range, by }: InsightQuery): Promise<InsightView> {
  const [daily, split, names] = await Promise.all([
    getInsight(ctx, { range, by: "day" }),
    getUsageBy(ctx, { range, by }),
    namesOf(ctx),
  ]);
  const { now, before } = daily.totals;
  return {
    from: daily.from,
    to: daily.to,
    timeZone: daily.timeZone,
    complete: daily.complete,
    days: daily.rows.map((row) => ({
      day: row.key,
      now: figuresOf(row.now),
      before: figuresOf(row.before),
    })),
    totals: { now: figuresOf(now), before: figuresOf(before) },
    customers: { now: now.customers ?? 0n, before: before.customers ?? 0n },
    parts: by === "customer" ? customerParts(split) : partsOf(split, (key) => names[by].get(key)),
    hours: (daily.hours ?? []).map(({ weekday, hour, requests }) => ({
      weekday: weekday - 1,
      hour,
      requests,
    })),
    dearest: (daily.dearest ?? []).map((row) => ({
      id: row.ledgerEntryId,
      logId: row.logId,
      at: row.occurredAt,
      who: row.customer === null ? "Guest" : (row.customerName ?? row.customer),
      module: names.module.get(row.module) ?? row.module,
      model: row.model ?? "",
      tokens: row.tokens,
      cost: row.cost,
    })),
  };
}

type UsedFigures = { requests: bigint; cost: bigint; tokens: bigint; failures: bigint };

function figuresOf({ requests, cost, tokens, failures }: UsedFigures): Figures {
  return { requests, credits: cost, tokens, failures };
}

function partsOf({ rows, by }: UsageBy, nameOf: (key: string) => string | undefined): Part[] {
  return rows.map((row) => ({
    id: row.key,
    key: `${row.provider ?? ""} ${row.key}`,
    label: row.key === "" ? nothingNamed(by) : (nameOf(row.key) ?? row.key),
    now: figuresOf(row.now),
    before: figuresOf(row.before),
  }));
}

function nothingNamed(by: string): string {
  return Object.entries(NOTHING_NAMED).find(([dimension]) => dimension === by)?.[1] ?? "None";
}

/** Nobody keeps failures per customer. */
function customerParts({ customers }: UsageBy): Part[] {
  return customers.map((row) => ({
    id: row.key ?? "",
    key: row.key ?? "",
    label: row.key === null ? NOTHING_NAMED.customer : (row.name ?? row.key),
    now: { requests: row.requests, credits: row.cost, tokens: row.tokens, failures: null },
    before: {
      requests: row.requestsBefore,
      credits: row.costBefore,
      tokens: row.tokensBefore,
      failures: null,
    },
  }));
}

const MOST = { limit: 200 };

async function namesOf(ctx: MemberCtx): Promise<Record<Dimension, ReadonlyMap<string, string>>> {
  const [modules, bots, stores] = await Promise.all([
    listModules(ctx, MOST),
    listBots(ctx, MOST),
    listStores(ctx, MOST),
  ]);
  const mapOf = ({ data }: { data: readonly { id: string; name: string }[] }) =>
    new Map(data.map(({ id, name }) => [id, name]));
  return {
    module: mapOf(modules),
    bot: mapOf(bots),
    store: mapOf(stores),
    model: new Map(),
    customer: new Map(),
  };
}
