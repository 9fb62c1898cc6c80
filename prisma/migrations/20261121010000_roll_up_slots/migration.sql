-- Daily figures in slots: writers that would wait for each other's row take different ones; readers add them up.
ALTER TABLE "usage_days" DROP CONSTRAINT "usage_days_pkey",
  ADD COLUMN "slot" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT "usage_days_pkey" PRIMARY KEY ("merchant_id", "day", "module", "operation", "provider", "model", "bot", "store", "slot");

ALTER TABLE "ledger_days" DROP CONSTRAINT "ledger_days_pkey",
  ADD COLUMN "slot" INTEGER NOT NULL DEFAULT 0,
  ADD CONSTRAINT "ledger_days_pkey" PRIMARY KEY ("merchant_id", "day", "type", "slot");

ALTER TABLE "usage_days" ALTER COLUMN "slot" DROP DEFAULT;
ALTER TABLE "ledger_days" ALTER COLUMN "slot" DROP DEFAULT;
