-- What a quota counted in a period, over all subjects: for the screens of limits and for quotas on trial. The index is
-- on an expression, so that no lookup of the metered path can take it for its own, and on what never changes, so that
-- updating a counter costs as before.
CREATE INDEX "quota_counters_of_quota" ON "quota_counters" (uuid_hash_extended(quota_id, 0), period_start);

-- Wallets that need somebody: frozen, or in debt. An ordinary wallet is not in it.
CREATE INDEX "wallets_in_trouble" ON "wallets" (merchant_id, customer_id) WHERE frozen_at IS NOT NULL OR debt_micros > 0;
