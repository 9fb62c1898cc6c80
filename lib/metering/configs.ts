import type { Sql } from "@/lib/db";
import { customerPageAddress, loadSettingsOf } from "@/lib/merchants";
import { loadPricing } from "@/lib/pricing";
import { indexRules } from "@/lib/pricing/core";
import { loadQuotas } from "@/lib/quotas";
import type { MerchantConfig } from "./core/world";

/** How many merchants' settings a process remembers; then it starts over. */
const MEMORY = 1_000;

const remembered = new Map<string, MerchantConfig>();

/**
 * What these merchants have set, as the open transaction sees it. Settings are read each time; rules and quotas only
 * when the merchant's version says that something changed, so a change counts from the next request on.
 */
export async function loadConfigs(
  sql: Sql,
  merchantIds: readonly string[],
): Promise<Map<string, MerchantConfig>> {
  const settings = await loadSettingsOf(sql, merchantIds);
  const configs = await Promise.all(
    settings.map(async (merchant): Promise<[string, MerchantConfig]> => {
      const known = remembered.get(merchant.id);
      if (known?.version === merchant.configVersion) return [merchant.id, known];
      const [rules, quotas] = await Promise.all([
        loadPricing(sql, merchant.id),
        loadQuotas(sql, merchant.id),
      ]);
      const config = {
        ...merchant,
        dashboardUrl: customerPageAddress(merchant),
        version: merchant.configVersion,
        rules: indexRules(rules),
        quotas,
      };
      if (remembered.size > MEMORY) remembered.clear();
      remembered.set(merchant.id, config);
      return [merchant.id, config];
    }),
  );
  return new Map(configs);
}
