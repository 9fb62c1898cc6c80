export { loadCounters, postCounters } from "./counters.repo";
export { createQuota } from "./create-quota";
export { deleteQuota } from "./delete-quota";
export { getQuota } from "./get-quota";
export { listQuotas } from "./list-quotas";
export { quotaJson } from "./quota-json";
export { loadQuotas } from "./quotas.repo";
export { updateQuota } from "./update-quota";
