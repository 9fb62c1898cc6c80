-- Shops in: connections, the inbox of their webhooks, purchases and what was booked for them.
CREATE TABLE "connections" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "store" TEXT,
    "url" TEXT,
    "credentials" TEXT,
    "webhook_secrets" TEXT,
    "grant_when" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "options" JSONB NOT NULL DEFAULT '{}',
    "webhooks" JSONB NOT NULL DEFAULT '[]',
    "webhooks_seen_at" TIMESTAMPTZ(3),
    "refused" BIGINT NOT NULL DEFAULT 0,
    "last_refused_at" TIMESTAMPTZ(3),
    "last_refusal" TEXT,
    "last_problem" TEXT,
    "last_problem_at" TIMESTAMPTZ(3),
    "reconciled_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "connections_pkey" PRIMARY KEY ("merchant_id","id")
);

CREATE TABLE "connection_addresses" (
    "connection_id" UUID NOT NULL,
    "merchant_id" UUID NOT NULL,

    CONSTRAINT "connection_addresses_pkey" PRIMARY KEY ("connection_id")
);

CREATE TABLE "connection_requests" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "state_hash" BYTEA NOT NULL,
    "url" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "store" TEXT,
    "grant_when" TEXT NOT NULL,
    "return_url" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "connection_id" UUID,
    "error" TEXT,

    CONSTRAINT "connection_requests_pkey" PRIMARY KEY ("merchant_id","id")
);

CREATE TABLE "webhook_deliveries" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "subject" TEXT,
    "body" BYTEA NOT NULL,
    "headers" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "error" TEXT,
    "repeats" INTEGER NOT NULL DEFAULT 0,
    "purchase_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("merchant_id","id")
);

CREATE TABLE "purchases" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "customer_id" UUID,
    "assigned" BOOLEAN NOT NULL DEFAULT false,
    "buyer_external_id" TEXT,
    "buyer_email" TEXT,
    "buyer_name" TEXT,
    "shop_status" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "currency" TEXT,
    "total" TEXT NOT NULL,
    "refunded" TEXT NOT NULL,
    "granted_micros" BIGINT NOT NULL DEFAULT 0,
    "taken_micros" BIGINT NOT NULL DEFAULT 0,
    "snapshot" JSONB NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "purchases_pkey" PRIMARY KEY ("merchant_id","id")
);

CREATE TABLE "purchase_lines" (
    "merchant_id" UUID NOT NULL,
    "purchase_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "package_id" UUID NOT NULL,
    "package_name" TEXT NOT NULL,
    "credits_micros" BIGINT NOT NULL,
    "category" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "quantity" INTEGER NOT NULL,
    "granted_micros" BIGINT NOT NULL DEFAULT 0,
    "refunded_micros" BIGINT NOT NULL DEFAULT 0,
    "disputed_micros" BIGINT NOT NULL DEFAULT 0,
    "forgiven_micros" BIGINT NOT NULL DEFAULT 0,
    "lot_ids" UUID[],
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "purchase_lines_pkey" PRIMARY KEY ("merchant_id","purchase_id","key")
);

CREATE TABLE "customer_addresses" (
    "merchant_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_addresses_pkey" PRIMARY KEY ("merchant_id","email")
);

CREATE TABLE "purchase_differences" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "purchase_id" UUID,
    "key" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "repaired" BOOLEAN NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "purchase_differences_pkey" PRIMARY KEY ("merchant_id","id")
);

CREATE UNIQUE INDEX "connection_requests_merchant_id_state_hash_key" ON "connection_requests"("merchant_id", "state_hash");
CREATE UNIQUE INDEX "webhook_deliveries_merchant_id_connection_id_external_id_key" ON "webhook_deliveries"("merchant_id", "connection_id", "external_id");
CREATE INDEX "webhook_deliveries_merchant_id_connection_id_id_idx" ON "webhook_deliveries"("merchant_id", "connection_id", "id");
CREATE UNIQUE INDEX "purchases_merchant_id_connection_id_key_key" ON "purchases"("merchant_id", "connection_id", "key");
CREATE INDEX "purchases_merchant_id_state_id_idx" ON "purchases"("merchant_id", "state", "id");
CREATE INDEX "purchases_merchant_id_number_id_idx" ON "purchases"("merchant_id", "number", "id");
CREATE INDEX "purchase_differences_merchant_id_task_id_id_idx" ON "purchase_differences"("merchant_id", "task_id", "id");

ALTER TABLE "connections" ADD CONSTRAINT "connections_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "connection_addresses" ADD CONSTRAINT "connection_addresses_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "connection_requests" ADD CONSTRAINT "connection_requests_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_merchant_id_connection_id_fkey" FOREIGN KEY ("merchant_id", "connection_id") REFERENCES "connections"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_merchant_id_connection_id_fkey" FOREIGN KEY ("merchant_id", "connection_id") REFERENCES "connections"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "purchases" ADD CONSTRAINT "purchases_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customers"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "purchase_lines" ADD CONSTRAINT "purchase_lines_merchant_id_purchase_id_fkey" FOREIGN KEY ("merchant_id", "purchase_id") REFERENCES "purchases"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_addresses_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customers"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "purchase_differences" ADD CONSTRAINT "purchase_differences_merchant_id_connection_id_fkey" FOREIGN KEY ("merchant_id", "connection_id") REFERENCES "connections"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma cannot say.
ALTER TABLE "connections"
  ADD CONSTRAINT "connections_kind_known" CHECK (kind IN ('woocommerce', 'stripe')),
  ADD CONSTRAINT "connections_grant_when_known" CHECK (grant_when IN ('completed', 'processing', 'paid')),
  ADD CONSTRAINT "connections_deleted_are_off" CHECK (deleted_at IS NULL OR NOT enabled),
  ADD CONSTRAINT "connections_refused_not_negative" CHECK (refused >= 0);

ALTER TABLE "webhook_deliveries"
  ADD CONSTRAINT "webhook_deliveries_state_known" CHECK (state IN ('pending', 'failed', 'done', 'given_up')),
  ADD CONSTRAINT "webhook_deliveries_end_once" CHECK ((state IN ('done', 'given_up')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT "webhook_deliveries_ends_rest" CHECK (state IN ('pending', 'failed') OR next_attempt_at IS NULL),
  ADD CONSTRAINT "webhook_deliveries_counts" CHECK (attempts >= 0 AND repeats >= 0);
-- What is to be taken up, over all merchants: empty when all is well.
CREATE INDEX "webhook_deliveries_due" ON "webhook_deliveries" (next_attempt_at) WHERE state IN ('pending', 'failed');
CREATE INDEX "webhook_deliveries_open" ON "webhook_deliveries" (merchant_id, connection_id, state) WHERE state <> 'done';

ALTER TABLE "purchases"
  ADD CONSTRAINT "purchases_state_known" CHECK (state IN ('pending', 'waiting', 'unmatched', 'granted', 'partly_refunded', 'refunded', 'disputed')),
  ADD CONSTRAINT "purchases_take_back_what_was_granted" CHECK (taken_micros >= 0 AND taken_micros <= granted_micros),
  ADD CONSTRAINT "purchases_booked_to_somebody" CHECK (granted_micros = 0 OR customer_id IS NOT NULL);
CREATE INDEX "purchases_of_customer" ON "purchases" (merchant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX "purchases_by_email" ON "purchases" (merchant_id, lower(buyer_email), id) WHERE buyer_email IS NOT NULL;

ALTER TABLE "purchase_lines"
  ADD CONSTRAINT "purchase_lines_category_known" CHECK (category IN ('paid', 'promotional')),
  ADD CONSTRAINT "purchase_lines_credits_positive" CHECK (credits_micros > 0),
  ADD CONSTRAINT "purchase_lines_never_below_zero" CHECK (
    granted_micros >= 0 AND refunded_micros >= 0 AND disputed_micros >= 0 AND forgiven_micros >= 0
    AND refunded_micros + disputed_micros <= granted_micros AND forgiven_micros <= refunded_micros + disputed_micros);
