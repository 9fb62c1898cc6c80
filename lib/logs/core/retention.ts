/** How long logs may be kept, shortest first (mission B23). */
export const RETENTION_PERIODS = ["1d", "3d", "7d", "15d", "30d", "60d", "90d", "6m", "1y"] as const;
export type RetentionPeriod = (typeof RETENTION_PERIODS)[number];

/** The hour of the merchant's night at which old logs are pruned. */
export const PRUNING_HOUR = 3;
