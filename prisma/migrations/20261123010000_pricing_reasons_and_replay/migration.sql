-- Why a rule was changed, beside who and when.
ALTER TABLE "pricing_rule_versions" ADD COLUMN "reason" TEXT;

-- What a credit is worth, for margins.
ALTER TABLE "merchants"
  ADD COLUMN "credit_value" DECIMAL(18,9),
  ADD CONSTRAINT "merchants_credit_value_positive" CHECK (credit_value > 0);

-- What each payer would pay in a replay that runs in the background; gone when the replay is over.
CREATE TABLE "replay_payers" (
    "merchant_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "payer_id" UUID NOT NULL,
    "guest" BOOLEAN NOT NULL,
    "requests" BIGINT NOT NULL,
    "now_micros" BIGINT NOT NULL,
    "draft_micros" BIGINT NOT NULL,
    "now_carry_ticks" BIGINT NOT NULL,
    "draft_carry_ticks" BIGINT NOT NULL,

    CONSTRAINT "replay_payers_pkey" PRIMARY KEY ("merchant_id","task_id","payer_id")
);
