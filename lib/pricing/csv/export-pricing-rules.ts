import { type Ctx, requireCan } from "@/lib/access";
import { readSql, sqlOf } from "@/lib/db";
import { csvLine } from "@/lib/kernel/csv";
import { loadAllRules } from "../pricing.repo";
import { ruleJson } from "../rule-json";
import { RULE_COLUMNS } from "./rule-columns";

/** Every rule as CSV, oldest first, disabled ones included: `importPricingRules` reads the file back. */
export async function exportPricingRules(ctx: Ctx): Promise<{ fileName: string; csv: string }> {
  requireCan(ctx, "usage:read");
  const rules = await loadAllRules(ctx.tx ? sqlOf(ctx.tx) : readSql(), ctx.merchantId);
  const lines = rules.map((rule) => {
    const json = ruleJson(rule);
    return csvLine(RULE_COLUMNS.map((column) => cellOf(json[column])));
  });
  return {
    fileName: `pricing-rules-${ctx.now.toISOString().slice(0, 10)}.csv`,
    csv: [csvLine(RULE_COLUMNS), ...lines].join(""),
  };
}

function cellOf(value: string | boolean | null): string {
  if (value === null) return "";
  return typeof value === "boolean" ? (value ? "yes" : "no") : value;
}
