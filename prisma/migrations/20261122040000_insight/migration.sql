-- Insight beyond what usage_days tells: by hour, by customer, and the dearest requests. The transaction that charges
-- writes none of it: each day is made from the ledger, and again while usage_days knows more requests of it.
CREATE TABLE "usage_hours" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "hour" INTEGER NOT NULL,
    "module" TEXT NOT NULL,
    "requests" BIGINT NOT NULL,
    "units" BIGINT NOT NULL,
    "cost_micros" BIGINT NOT NULL,

    CONSTRAINT "usage_hours_pkey" PRIMARY KEY ("merchant_id","day","hour","module")
);

CREATE TABLE "customer_days" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "customer_id" UUID NOT NULL,
    "requests" BIGINT NOT NULL,
    "units" BIGINT NOT NULL,
    "cost_micros" BIGINT NOT NULL,

    CONSTRAINT "customer_days_pkey" PRIMARY KEY ("merchant_id","day","customer_id")
);

CREATE TABLE "dear_requests" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "entry_id" UUID NOT NULL,
    "cost_micros" BIGINT NOT NULL,

    CONSTRAINT "dear_requests_pkey" PRIMARY KEY ("merchant_id","day","entry_id")
);

CREATE TABLE "rolled_days" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "requests" BIGINT NOT NULL,

    CONSTRAINT "rolled_days_pkey" PRIMARY KEY ("merchant_id","day")
);

ALTER TABLE "usage_hours" ADD CONSTRAINT "usage_hours_hour_of_day" CHECK (hour BETWEEN 0 AND 23);
