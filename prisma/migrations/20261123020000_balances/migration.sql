-- Why a balance is frozen, where a member said so; a refund that froze it says nothing here.
ALTER TABLE "wallets" ADD COLUMN "frozen_reason" TEXT;
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_reason_of_what_is_frozen" CHECK (frozen_reason IS NULL OR frozen_at IS NOT NULL);
-- Neither column changes with a charge, so a charge still rewrites the row in its page and touches no index.
CREATE INDEX "wallets_frozen" ON "wallets" (merchant_id, customer_id) WHERE frozen_at IS NOT NULL;
CREATE INDEX "wallets_in_debt" ON "wallets" (merchant_id, customer_id) WHERE debt_micros > 0;

-- Used or was given credits at least once: whom the list of balances shows.
ALTER TABLE "customers" ADD COLUMN "active" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "customers_active_by_name" ON "customers" (merchant_id, lower(coalesce(name, email, external_id)), id) WHERE active;
CREATE INDEX "customers_roles" ON "customers" USING gin (merchant_id, roles);

-- The order of the list of balances. It follows the ledger; an index on the wallets themselves would cost every charge.
CREATE TABLE "standings" (
    "merchant_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "balance_micros" BIGINT NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "standings_pkey" PRIMARY KEY ("merchant_id","customer_id")
);
CREATE INDEX "standings_merchant_id_balance_micros_customer_id_idx" ON "standings"("merchant_id", "balance_micros", "customer_id");
CREATE INDEX "standings_merchant_id_used_at_customer_id_idx" ON "standings"("merchant_id", "used_at", "customer_id");
ALTER TABLE "standings" ADD CONSTRAINT "standings_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "wallets"("merchant_id", "customer_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "standing_marks" (
    "merchant_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "standing_marks_pkey" PRIMARY KEY ("merchant_id")
);
ALTER TABLE "standing_marks" ADD CONSTRAINT "standing_marks_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

INSERT INTO "standings" (merchant_id, customer_id, balance_micros, used_at)
SELECT w.merchant_id, w.customer_id, w.balance_micros,
       coalesce((SELECT e.recorded_at FROM ledger_entries e
                  WHERE e.merchant_id = w.merchant_id AND e.customer_id = w.customer_id
                    AND e.type IN ('usage', 'quota_usage') ORDER BY e.id DESC LIMIT 1), 'epoch')
  FROM wallets w
 WHERE EXISTS (SELECT FROM ledger_entries e WHERE e.merchant_id = w.merchant_id AND e.customer_id = w.customer_id);
UPDATE "customers" c SET active = true FROM standings s WHERE s.merchant_id = c.merchant_id AND s.customer_id = c.id;
INSERT INTO "standing_marks" (merchant_id, entry_id)
SELECT m.id, e.id FROM merchants m
 CROSS JOIN LATERAL (SELECT id FROM ledger_entries WHERE merchant_id = m.id ORDER BY id DESC LIMIT 1) e;

-- What is no usage is rare beside it: found by type, and by customer, without passing all usage. A charge writes neither.
CREATE INDEX "ledger_acts" ON "ledger_entries" (merchant_id, type, id) WHERE type NOT IN ('usage', 'quota_usage');
CREATE INDEX "ledger_acts_of_customer" ON "ledger_entries" (merchant_id, customer_id, id) WHERE type NOT IN ('usage', 'quota_usage');

-- Proofs that were taken, the whole merchant's or one wallet's.
CREATE TABLE "verifications" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID,
    "ok" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "wallets" BIGINT NOT NULL,
    "entries" BIGINT NOT NULL,
    "unshown" JSONB NOT NULL,
    "breaks" JSONB NOT NULL,
    "actor" JSONB NOT NULL,

    CONSTRAINT "verifications_pkey" PRIMARY KEY ("merchant_id","id")
);
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_ok_is_without_breaks" CHECK (ok = (breaks = '[]'::jsonb));

-- Rows of a bulk grant, in the order of its list; what was wrong with some of them stays.
CREATE TABLE "bulk_grant_rows" (
    "merchant_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "grant" JSONB NOT NULL,
    "problem" TEXT,

    CONSTRAINT "bulk_grant_rows_pkey" PRIMARY KEY ("merchant_id","task_id","row")
);
ALTER TABLE "bulk_grant_rows" ADD CONSTRAINT "bulk_grant_rows_merchant_id_task_id_fkey" FOREIGN KEY ("merchant_id", "task_id") REFERENCES "tasks"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
