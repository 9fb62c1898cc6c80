import type { MemberCtx } from "@/lib/auth";
import { getInsight, getUsageBy, type UsageBy } from "@/lib/logs";
import { listBots, listModules, listStores } from "@/lib/merchants";
import type { Dimension, InsightQuery } from "./insight-query";
import type { Figures, InsightView, Part } from "./insight-view";
import { DEAREST, NOTHING_NAMED } from "./words";

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
    refusals: daily.refusals.map(({ day, code, refusals }) => ({ day, code, count: refusals })),
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
      who: row.customer === null ? DEAREST.guest : (row.customerName ?? row.customer),
      module: names.module.get(row.module) ?? row.module,
      model: row.model ?? "",
      tokens: row.tokens,
      cost: row.cost,
    })),
  };
}

type UsedFigures = Omit<Figures, "credits"> & { cost: bigint };

function figuresOf({ requests, cost, tokens, failures, refusals, customers }: UsedFigures): Figures {
  return { requests, credits: cost, tokens, failures, refusals, customers };
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

/** Nobody counts what was refused to a customer. */
function customerParts({ customers }: UsageBy): Part[] {
  const unknown = { refusals: null, customers: null };
  return customers.map((row) => ({
    id: row.key ?? "",
    key: row.key ?? "",
    label: row.key === null ? NOTHING_NAMED.customer : (row.name ?? row.key),
    now: {
      requests: row.requests,
      credits: row.cost,
      tokens: row.tokens,
      failures: row.failures,
      ...unknown,
    },
    before: {
      requests: row.requestsBefore,
      credits: row.costBefore,
      tokens: row.tokensBefore,
      failures: row.failuresBefore,
      ...unknown,
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
