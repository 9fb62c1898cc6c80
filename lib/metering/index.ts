export { authorize } from "./authorize";
export { getHold } from "./get-hold";
export { recordUsage } from "./record-usage";
export { listCustomerQuotas } from "./list-customer-quotas";
export { recordUsageBatch } from "./record-usage-batch";
export { releaseHold } from "./release-hold";
export { resetQuotas } from "./reset-quotas";
export { sweepHolds } from "./sweep-holds";
