import { type Ctx, requireCan } from "@/lib/access";
import { spanOfRange } from "./core/day-span";
import { requireTimeZone } from "./log-selection";
import { findRecentUse, type UseRow } from "./recent-use.repo";

/** How many requests named each module, bot and store. */
type RecentUse = {
  readonly modules: ReadonlyMap<string, number>;
  readonly bots: ReadonlyMap<string, number>;
  readonly stores: ReadonlyMap<string, number>;
};

/** Requests of the last 30 days (the merchant's, today included) by module, by bot and by store. */
export async function countRecentUse(ctx: Ctx): Promise<RecentUse> {
  requireCan(ctx, "usage:read");
  const days = spanOfRange("30d", ctx.now, await requireTimeZone(ctx));
  const rows = await findRecentUse(ctx, { merchantId: ctx.merchantId, ...days });
  const by = (name: "module" | "bot" | "store") => new Map(rows.flatMap((row) => countOf(row, name)));
  return { modules: by("module"), bots: by("bot"), stores: by("store") };
}

function countOf(row: UseRow, name: "module" | "bot" | "store"): [string, number][] {
  const id = row[name];
  return id === null || id === "" ? [] : [[id, Number(row.requests)]];
}
