import type { MemberCtx } from "@/lib/auth";
import { listBots, listModules, listStores } from "@/lib/merchants";
import type { Names } from "./log-row";

const MOST = { limit: 200 };

/** What people call the modules, bots and stores that logs know by id. */
export async function readNames(ctx: MemberCtx): Promise<Names> {
  const [modules, bots, stores] = await Promise.all([
    listModules(ctx, MOST),
    listBots(ctx, MOST),
    listStores(ctx, MOST),
  ]);
  return { modules: modules.data, bots: bots.data, stores: stores.data };
}
