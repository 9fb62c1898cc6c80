-- A lookup by key has one index that fits it: a second one with the same beginning may be taken for it while a table
-- is small, and a prepared plan outlives that.
DROP INDEX "usage_events_merchant_id_log_id_idx";
CREATE INDEX "usage_events_log_id_idx" ON "usage_events"("log_id");
DROP INDEX "quota_counters_merchant_id_quota_id_period_start_idx";
DROP INDEX "holds_open_of_customer";
CREATE INDEX "holds_open_of_customer" ON "holds" (customer_id) WHERE state = 'open';
