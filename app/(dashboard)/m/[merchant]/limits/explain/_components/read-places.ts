import type { MemberCtx } from "@/lib/auth";
import { listBots, listModules, listStores } from "@/lib/merchants";

const MOST = { limit: 200 };
const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

/** Where a request may run, by the names people gave. */
export async function readPlaces(ctx: MemberCtx) {
  const [modules, bots, stores] = await Promise.all([
    listModules(ctx, MOST),
    listBots(ctx, MOST),
    listStores(ctx, MOST),
  ]);
  return { modules: modules.data.map(named), bots: bots.data.map(named), stores: stores.data.map(named) };
}

export type Places = Awaited<ReturnType<typeof readPlaces>>;
