export { addHeld, addOverdraft, addUsed, counterId, resetCounter } from "./counter";
export type { CounterBook, CounterKey } from "./counter";
export { planSplit, roomOf } from "./decide";
export type { BurnOrder, QuotaCounter } from "./decide";
export type { QuotaAction, QuotaDefinition } from "./definition";
export { makePeriodCache } from "./period-cache";
export type { PeriodWindow } from "./period";
export { networkScope, scopeString } from "./scope";
export { selectQuotas } from "./select-quotas";
