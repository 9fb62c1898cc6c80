-- A charge changes what remains of a lot. While no index mentions that figure, the row is rewritten in its page and no
-- index is touched (a heap-only update); a lot leaves the indexes once, when it is used up.
ALTER TABLE "lots" ADD COLUMN "used_up" BOOLEAN NOT NULL DEFAULT false;
UPDATE "lots" SET "used_up" = "remaining_micros" = 0;
ALTER TABLE "lots" ADD CONSTRAINT "lots_used_up_is_nothing_left" CHECK (used_up = (remaining_micros = 0));
DROP INDEX "lots_spendable";
DROP INDEX "lots_expiring";
CREATE INDEX "lots_spendable" ON "lots" (merchant_id, customer_id) WHERE NOT used_up;
CREATE INDEX "lots_expiring" ON "lots" (expires_at) WHERE NOT used_up AND expires_at IS NOT NULL;

-- Kept as it was given and read whole: `json` is checked and copied, where `jsonb` is taken apart for each row.
ALTER TABLE "ledger_entries" ALTER COLUMN "actor" TYPE JSON, ALTER COLUMN "references" TYPE JSON;
ALTER TABLE "usage_events" ALTER COLUMN "metadata" TYPE JSON;
ALTER TABLE "holds" ALTER COLUMN "lots" TYPE JSON, ALTER COLUMN "quotas" TYPE JSON;
