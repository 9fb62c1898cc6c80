import type { MemberCtx } from "@/lib/auth";
import { getActivity } from "@/lib/logs";
import { listModules } from "@/lib/merchants";
import type { InsightQuery } from "./insight-query";
import type { InsightView } from "./insight-view";

const NAMES = { limit: 200 };
const NONE = { requests: 0n, credits: 0n, tokens: 0n, failures: 0n };

/** Everything the page shows, from the roll-ups. */
export async function readInsight(ctx: MemberCtx, { range, by }: InsightQuery): Promise<InsightView> {
  const now = await getActivity(ctx, { range });
  const [before, modules] = await Promise.all([getActivity(ctx, now.before), listModules(ctx, NAMES)]);
  const beforeOf = new Map(before.modules.map((each) => [each.module, each]));
  const figures = (each: { requests: bigint; cost: bigint; tokens: bigint }) => ({
    ...NONE,
    ...each,
    credits: each.cost,
  });
  return {
    from: now.from,
    to: now.to,
    timeZone: now.timeZone,
    days: now.series.map((day) => ({ ...day, credits: day.cost, customers: 0n })),
    daysBefore: before.series.map((day) => ({ ...day, credits: day.cost, customers: 0n })),
    customers: 0n,
    customersBefore: 0n,
    by,
    parts: now.modules.map((each) => ({
      id: each.module,
      label: modules.data.find(({ id }) => id === each.module)?.name ?? each.module,
      now: figures(each),
      before: figures(beforeOf.get(each.module) ?? { requests: 0n, cost: 0n, tokens: 0n }),
    })),
    hours: [],
    dearest: [],
  };
}
