/** What may need somebody. */
export const NEED_CODES = [
  "silent",
  "proof_broken",
  "connection_failing",
  "failures",
  "unpriced_models",
  "overdraft",
  "wallets_in_debt",
  "wallets_frozen",
  "purchases_waiting",
  "quotas_at_limit",
  "holds_stuck",
  "tasks_failed",
] as const;

/** What a new merchant does to begin, in order. */
export const SETUP_STEPS = ["key", "request", "price", "limit", "shop"] as const;
