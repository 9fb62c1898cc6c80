-- What logs are filtered by beyond their words: how their figures are known, and what nothing covered.
ALTER TABLE "logs"
  ADD COLUMN "evidence" TEXT NOT NULL DEFAULT 'provider_final',
  ADD COLUMN "overdraft_micros" BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT "logs_evidence_known" CHECK (evidence IN ('provider_final', 'provider_partial', 'estimated', 'manual')),
  ADD CONSTRAINT "logs_overdraft_not_negative" CHECK (overdraft_micros >= 0);

-- Each log is in one of these two: a customer's, or the guests'.
CREATE INDEX "logs_of_customer" ON "logs" (customer_id, last_at, id) WHERE customer_id IS NOT NULL;
CREATE INDEX "logs_of_guests" ON "logs" (merchant_id, last_at, id) WHERE customer_id IS NULL;

-- Rare marks: an ordinary log is in none of these.
CREATE INDEX "logs_failed" ON "logs" (merchant_id, last_at, id) WHERE failed;
CREATE INDEX "logs_unpriced" ON "logs" (merchant_id, last_at, id) WHERE unpriced;
CREATE INDEX "logs_overdrawn" ON "logs" (merchant_id, last_at, id) WHERE overdraft_micros > 0;
CREATE INDEX "logs_weak_evidence" ON "logs" (merchant_id, evidence, last_at, id) WHERE evidence <> 'provider_final';

-- What is already recorded knows both from its usage events.
UPDATE "logs" l SET evidence = e.evidence, overdraft_micros = e.overdraft
  FROM (SELECT merchant_id, log_id, sum(overdraft_micros) AS overdraft,
               (ARRAY['provider_final', 'provider_partial', 'estimated', 'manual'])[
                 max(array_position(ARRAY['provider_final', 'provider_partial', 'estimated', 'manual'], evidence))] AS evidence
          FROM "usage_events" GROUP BY merchant_id, log_id
        HAVING sum(overdraft_micros) > 0 OR bool_or(evidence <> 'provider_final')) e
 WHERE l.merchant_id = e.merchant_id AND l.id = e.log_id;
