import type { Ctx } from "@/lib/access";
import { listConnections } from "@/lib/commerce";
import { listApiKeys } from "@/lib/merchants";
import { listPricingRules } from "@/lib/pricing";
import { listQuotas } from "@/lib/quotas";
import { SETUP_STEPS } from "./codes";

export type SetupStep = { readonly step: (typeof SETUP_STEPS)[number]; readonly done: boolean };

/** Which steps of the way are done; `ran` says whether anything ever ran. Permissions are the caller's. */
export async function findSetup(asker: Ctx, ran: boolean): Promise<SetupStep[]> {
  const one = { limit: 1 };
  const [keys, rules, quotas, connections] = await Promise.all([
    listApiKeys(asker, one),
    listPricingRules(asker, one),
    listQuotas(asker, one),
    listConnections(asker, one),
  ]);
  const done: Record<SetupStep["step"], boolean> = {
    key: keys.data.length > 0,
    request: ran,
    price: rules.data.length > 0,
    limit: quotas.data.length > 0,
    shop: connections.data.length > 0,
  };
  return SETUP_STEPS.map((step) => ({ step, done: done[step] }));
}
