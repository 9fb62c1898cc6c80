export { explainLimits } from "./explain-limits";
export type { ExplainedLimits, ExplainedQuota } from "./explain-limits";
export { getQuotaTrial } from "./get-quota-trial";
export type { QuotaTrial, TrialPeriod } from "./get-quota-trial";
export { limitsJson, trialJson, usageJson } from "./quota-checks-json";
