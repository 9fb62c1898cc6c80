import type { MemberCtx } from "@/lib/auth";
import { listBots, listForms, listModules } from "@/lib/merchants";
import type { Names } from "./names";

const MOST = { limit: 200 };

/** The names of the merchant's modules, bots and forms. */
export async function readNames(ctx: MemberCtx): Promise<Names> {
  const [modules, bots, forms] = await Promise.all([
    listModules(ctx, MOST),
    listBots(ctx, MOST),
    listForms(ctx, MOST),
  ]);
  return {
    modules: modules.data.map(({ id, name }) => ({ id, name })),
    bots: bots.data.map(({ id, name, module }) => ({ id, name, module })),
    forms: forms.data.map(({ id, name, module }) => ({ id, name, module })),
  };
}
