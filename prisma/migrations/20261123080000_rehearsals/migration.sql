-- Refunds that were rehearsed: what was expected, to be held against what comes.
CREATE TABLE "purchase_rehearsals" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "refunded_before" TEXT NOT NULL,
    "refunded_after" TEXT NOT NULL,
    "taken_before_micros" BIGINT NOT NULL,
    "taken_after_micros" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "purchase_rehearsals_pkey" PRIMARY KEY ("merchant_id","id")
);
CREATE INDEX "purchase_rehearsals_merchant_id_purchase_id_id_idx" ON "purchase_rehearsals"("merchant_id", "purchase_id", "id");
ALTER TABLE "purchase_rehearsals" ADD CONSTRAINT "purchase_rehearsals_merchant_id_purchase_id_fkey"
  FOREIGN KEY ("merchant_id", "purchase_id") REFERENCES "purchases"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "purchase_rehearsals" ADD CONSTRAINT "purchase_rehearsals_sane"
  CHECK ("taken_before_micros" >= 0 AND "taken_after_micros" >= "taken_before_micros");

-- The doctor asks which delivery was about an order, and which one a purchase came of.
CREATE INDEX "webhook_deliveries_merchant_id_connection_id_subject_id_idx" ON "webhook_deliveries"("merchant_id", "connection_id", "subject", "id");
CREATE INDEX "webhook_deliveries_merchant_id_purchase_id_id_idx" ON "webhook_deliveries"("merchant_id", "purchase_id", "id");
