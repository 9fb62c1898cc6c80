export { createPricingRule } from "./create-pricing-rule";
export { deletePricingRule } from "./delete-pricing-rule";
export { getPricingRule } from "./get-pricing-rule";
export { listPricingRules } from "./list-pricing-rules";
export { listRuleVersions } from "./list-rule-versions";
export { loadPricing, loadRuleVersions } from "./pricing.repo";
export { quote } from "./quote";
export { ruleJson, ruleVersionJson } from "./rule-json";
export { updatePricingRule } from "./update-pricing-rule";
