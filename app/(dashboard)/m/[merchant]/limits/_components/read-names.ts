import type { MemberCtx } from "@/lib/auth";
import { listBots, listModules, listStores } from "@/lib/merchants";

const MOST = { limit: 200 };

/** What people call the modules, bots and stores of the merchant. */
export async function readNames(ctx: MemberCtx) {
  const [modules, bots, stores] = await Promise.all([
    listModules(ctx, MOST),
    listBots(ctx, MOST),
    listStores(ctx, MOST),
  ]);
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    modules: modules.data.map(named),
    bots: bots.data.map(({ id, name, module }) => ({ id, name, module })),
    stores: stores.data.map(named),
  };
}

export type Names = Awaited<ReturnType<typeof readNames>>;
