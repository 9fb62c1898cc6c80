-- Refused requests per day (of the merchant's zone). A refusal itself writes nothing: servers count in memory and add
-- what they counted every few seconds, outside the transaction that decides.
CREATE TABLE "refusal_days" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "module" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "bot" TEXT NOT NULL,
    "store" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "refusals" BIGINT NOT NULL,

    CONSTRAINT "refusal_days_pkey" PRIMARY KEY ("merchant_id","day","module","provider","model","bot","store","code")
);

-- Failures per customer and day; how many customers a day had; and when a day was made, so that a busy day is not made
-- anew at each look.
ALTER TABLE "customer_days" ADD COLUMN "failures" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "rolled_days"
  ADD COLUMN "customers" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "rolled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now();
UPDATE "rolled_days" r SET customers = (
  SELECT count(*) FROM "customer_days" d
   WHERE d.merchant_id = r.merchant_id AND d.day = r.day AND d.customer_id <> '00000000-0000-0000-0000-000000000000');

-- What Prisma cannot say.
ALTER TABLE "refusal_days" ADD CONSTRAINT "refusal_days_counted" CHECK (refusals > 0);
