import type { Ctx } from "@/lib/access";
import type { LogSummary } from "@/lib/logs";
import { listPricingRules, listUnpricedModels, type UnpricedModel } from "@/lib/pricing";
import { type Check, passIf } from "./check";

const PRICING = "/usage/billing/pricing";

/** Whether what runs has a price (mission B58): are there rules, does one match every model that ran, and theirs. */
export async function checkPricing(
  asker: Ctx,
  { module, last }: { module: string | null; last: LogSummary | null },
): Promise<Check[]> {
  const [rules, unpriced] = await Promise.all([
    listPricingRules(asker, { limit: 1, enabled: "true" }),
    listUnpricedModels(asker),
  ]);
  const here = unpriced.filter((each) => module === null || each.module === module);
  const checks: Check[] = [
    { code: "rules", state: passIf(rules.data.length > 0), facts: {}, path: PRICING },
    { code: "models_priced", state: passIf(here.length === 0), facts: namesOf(here), path: PRICING },
  ];
  return last === null ? checks : [...checks, lastPriced(last, unpriced)];
}

function namesOf(models: readonly UnpricedModel[]): Record<string, string> {
  if (models.length === 0) return {};
  const names = [...new Set(models.map(({ model }) => model))];
  return { models: names.slice(0, 5).join(", "), count: names.length.toString() };
}

/** Whether the last request would be priced now. */
export function lastPriced(last: LogSummary, unpriced: readonly UnpricedModel[]): Check {
  const missing = unpriced.some(
    ({ module, provider, model }) =>
      module === last.module && provider === last.provider && model === last.model,
  );
  const facts = { model: last.model, module: last.module };
  return { code: "last_priced", state: passIf(!missing), facts, path: PRICING };
}
