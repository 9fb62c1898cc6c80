-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "audit_events" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "actor" JSONB NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "image" TEXT,
    "email_verified" TIMESTAMPTZ(3),
    "password_hash" TEXT,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accounts" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "session_state" TEXT,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "members" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "members_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "sign_in_attempts" (
    "key" BYTEA NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("key","window_start")
);

-- CreateTable
CREATE TABLE "customers" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "roles" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "guests" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "carry_ticks" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guests_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "logs" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" TEXT,
    "customer_id" UUID,
    "guest_id" UUID,
    "roles" TEXT[],
    "source" TEXT,
    "store" TEXT,
    "module" TEXT NOT NULL,
    "bot" TEXT,
    "form" TEXT,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "request_count" INTEGER NOT NULL,
    "message_count" INTEGER NOT NULL,
    "tokens" BIGINT NOT NULL,
    "cost_micros" BIGINT NOT NULL,
    "preview" TEXT NOT NULL,
    "best_score" REAL,
    "failed" BOOLEAN NOT NULL DEFAULT false,
    "unpriced" BOOLEAN NOT NULL DEFAULT false,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "logs_pkey" PRIMARY KEY ("merchant_id","id")
) PARTITION BY RANGE ("id");

-- CreateTable
CREATE TABLE "log_messages" (
    "merchant_id" UUID NOT NULL,
    "log_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "event_id" TEXT NOT NULL,
    "request" JSONB,
    "response" JSONB,
    "vector_scores" JSONB,
    "error" TEXT,

    CONSTRAINT "log_messages_pkey" PRIMARY KEY ("merchant_id","log_id","id")
) PARTITION BY RANGE ("log_id");

-- CreateTable
CREATE TABLE "conversations" (
    "merchant_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "log_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "usage_days" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "module" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "bot" TEXT NOT NULL,
    "store" TEXT NOT NULL,
    "requests" BIGINT NOT NULL,
    "failures" BIGINT NOT NULL,
    "unpriced" BIGINT NOT NULL,
    "units" BIGINT NOT NULL,
    "input_tokens" BIGINT NOT NULL,
    "output_tokens" BIGINT NOT NULL,
    "cost_micros" BIGINT NOT NULL,
    "from_balance_micros" BIGINT NOT NULL,
    "from_quota_micros" BIGINT NOT NULL,
    "overdraft_micros" BIGINT NOT NULL,

    CONSTRAINT "usage_days_pkey" PRIMARY KEY ("merchant_id","day","module","operation","provider","model","bot","store")
);

-- CreateTable
CREATE TABLE "ledger_days" (
    "merchant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "type" TEXT NOT NULL,
    "entries" BIGINT NOT NULL,
    "added_micros" BIGINT NOT NULL,
    "taken_micros" BIGINT NOT NULL,
    "quota_micros" BIGINT NOT NULL,

    CONSTRAINT "ledger_days_pkey" PRIMARY KEY ("merchant_id","day","type")
);

-- CreateTable
CREATE TABLE "merchants" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "week_start" TEXT NOT NULL DEFAULT 'monday',
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "burn_order" TEXT NOT NULL DEFAULT 'balance_first',
    "default_rounding" TEXT NOT NULL DEFAULT 'up_to_whole',
    "unpriced_policy" TEXT NOT NULL DEFAULT 'raw_units',
    "shortfall_policy" TEXT NOT NULL DEFAULT 'debt',
    "quota_message" TEXT,
    "dashboard_url" TEXT,
    "buy_credits_url" TEXT,
    "config_version" BIGINT NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "merchants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stores" (
    "merchant_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stores_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "modules" (
    "merchant_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "modules_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "bots" (
    "merchant_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "module_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bots_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "forms" (
    "merchant_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "module_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "forms_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "scopes" TEXT[],
    "store" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "usage_events" (
    "merchant_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "fingerprint" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "log_id" UUID NOT NULL,
    "hold_id" TEXT,
    "input_tokens" BIGINT NOT NULL DEFAULT 0,
    "cached_input_tokens" BIGINT NOT NULL DEFAULT 0,
    "cache_write_tokens" BIGINT NOT NULL DEFAULT 0,
    "output_tokens" BIGINT NOT NULL DEFAULT 0,
    "reasoning_tokens" BIGINT NOT NULL DEFAULT 0,
    "total_tokens" BIGINT NOT NULL DEFAULT 0,
    "images" INTEGER NOT NULL DEFAULT 0,
    "videos" INTEGER NOT NULL DEFAULT 0,
    "millis" BIGINT NOT NULL DEFAULT 0,
    "evidence" TEXT NOT NULL,
    "cost_micros" BIGINT NOT NULL,
    "raw_cost" TEXT NOT NULL,
    "from_balance_micros" BIGINT NOT NULL,
    "from_quota_micros" BIGINT NOT NULL,
    "overdraft_micros" BIGINT NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "unpriced" BOOLEAN NOT NULL DEFAULT false,
    "metadata" JSONB,
    "answer" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_events_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "pricing_rules" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "module" TEXT,
    "bot" TEXT,
    "form" TEXT,
    "operation" TEXT NOT NULL,
    "provider" TEXT,
    "model" TEXT,
    "method" TEXT NOT NULL,
    "input_rate_micros" BIGINT,
    "output_rate_micros" BIGINT,
    "cached_input_rate_micros" BIGINT,
    "cache_write_rate_micros" BIGINT,
    "reasoning_rate_micros" BIGINT,
    "unit_rate_micros" BIGINT,
    "rounding" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "pricing_rules_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "pricing_rule_versions" (
    "merchant_id" UUID NOT NULL,
    "rule_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "module" TEXT,
    "bot" TEXT,
    "form" TEXT,
    "operation" TEXT NOT NULL,
    "provider" TEXT,
    "model" TEXT,
    "method" TEXT NOT NULL,
    "input_rate_micros" BIGINT,
    "output_rate_micros" BIGINT,
    "cached_input_rate_micros" BIGINT,
    "cache_write_rate_micros" BIGINT,
    "reasoning_rate_micros" BIGINT,
    "unit_rate_micros" BIGINT,
    "rounding" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL,
    "actor" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pricing_rule_versions_pkey" PRIMARY KEY ("merchant_id","rule_id","version")
);

-- CreateTable
CREATE TABLE "quotas" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "role" TEXT,
    "module" TEXT,
    "bot" TEXT,
    "store" TEXT,
    "limit_micros" BIGINT,
    "network_limit_micros" BIGINT,
    "period" TEXT NOT NULL,
    "anchor_day" INTEGER NOT NULL DEFAULT 1,
    "anchor_month" INTEGER NOT NULL DEFAULT 1,
    "time_zone" TEXT,
    "message" TEXT,
    "actions" JSONB NOT NULL,
    "mode" TEXT NOT NULL DEFAULT 'enforce',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "quotas_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "quota_counters" (
    "merchant_id" UUID NOT NULL,
    "quota_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "period_start" TIMESTAMPTZ(3) NOT NULL,
    "used_micros" BIGINT NOT NULL DEFAULT 0,
    "held_micros" BIGINT NOT NULL DEFAULT 0,
    "overdraft_micros" BIGINT NOT NULL DEFAULT 0,
    "reset_at" TIMESTAMPTZ(3),

    CONSTRAINT "quota_counters_pkey" PRIMARY KEY ("merchant_id","subject_id","quota_id","period_start")
);

-- CreateTable
CREATE TABLE "wallets" (
    "merchant_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "balance_micros" BIGINT NOT NULL DEFAULT 0,
    "held_micros" BIGINT NOT NULL DEFAULT 0,
    "debt_micros" BIGINT NOT NULL DEFAULT 0,
    "carry_ticks" BIGINT NOT NULL DEFAULT 0,
    "frozen_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wallets_pkey" PRIMARY KEY ("merchant_id","customer_id")
);

-- CreateTable
CREATE TABLE "lots" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 50,
    "granted_micros" BIGINT NOT NULL,
    "remaining_micros" BIGINT NOT NULL,
    "held_micros" BIGINT NOT NULL DEFAULT 0,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "origin" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lots_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID,
    "guest_id" UUID,
    "type" TEXT NOT NULL,
    "delta_micros" BIGINT NOT NULL,
    "balance_after_micros" BIGINT,
    "cost_micros" BIGINT,
    "from_quota_micros" BIGINT,
    "units" BIGINT NOT NULL DEFAULT 0,
    "module" TEXT,
    "operation" TEXT,
    "provider" TEXT,
    "model" TEXT,
    "rule_id" UUID,
    "rule_version" INTEGER,
    "actor" JSONB NOT NULL,
    "references" JSONB NOT NULL,
    "note" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "holds" (
    "merchant_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" UUID,
    "guest_id" UUID,
    "network_id" UUID,
    "state" TEXT NOT NULL,
    "fingerprint" UUID NOT NULL,
    "amount_micros" BIGINT NOT NULL,
    "from_balance_micros" BIGINT NOT NULL,
    "from_quota_micros" BIGINT NOT NULL,
    "lots" JSONB NOT NULL,
    "quotas" JSONB NOT NULL,
    "module" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "bot" TEXT,
    "form" TEXT,
    "store" TEXT,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "rule_id" UUID,
    "rule_version" INTEGER,
    "unpriced_policy" TEXT,
    "answer" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "holds_pkey" PRIMARY KEY ("merchant_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "merchant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" UUID NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("merchant_id","kind","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "accounts_user_id_idx" ON "accounts"("user_id");

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "members_merchant_id_user_id_key" ON "members"("merchant_id", "user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempts_window_start_idx" ON "sign_in_attempts"("window_start");

-- CreateIndex
CREATE UNIQUE INDEX "customers_merchant_id_external_id_key" ON "customers"("merchant_id", "external_id");

-- CreateIndex
CREATE UNIQUE INDEX "guests_merchant_id_kind_key_key" ON "guests"("merchant_id", "kind", "key");

-- CreateIndex
CREATE INDEX "logs_merchant_id_last_at_id_idx" ON "logs"("merchant_id", "last_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "merchants_slug_key" ON "merchants"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_merchant_id_key_hash_key" ON "api_keys"("merchant_id", "key_hash");

-- CreateIndex
CREATE INDEX "usage_events_merchant_id_log_id_idx" ON "usage_events"("merchant_id", "log_id");

-- CreateIndex
CREATE INDEX "quota_counters_merchant_id_quota_id_period_start_idx" ON "quota_counters"("merchant_id", "quota_id", "period_start");

-- CreateIndex
CREATE INDEX "ledger_entries_merchant_id_customer_id_id_idx" ON "ledger_entries"("merchant_id", "customer_id", "id");

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "guests" ADD CONSTRAINT "guests_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stores" ADD CONSTRAINT "stores_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "modules" ADD CONSTRAINT "modules_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bots" ADD CONSTRAINT "bots_merchant_id_module_id_fkey" FOREIGN KEY ("merchant_id", "module_id") REFERENCES "modules"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "forms" ADD CONSTRAINT "forms_merchant_id_module_id_fkey" FOREIGN KEY ("merchant_id", "module_id") REFERENCES "modules"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pricing_rules" ADD CONSTRAINT "pricing_rules_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "pricing_rule_versions" ADD CONSTRAINT "pricing_rule_versions_merchant_id_rule_id_fkey" FOREIGN KEY ("merchant_id", "rule_id") REFERENCES "pricing_rules"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "quotas" ADD CONSTRAINT "quotas_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "quota_counters" ADD CONSTRAINT "quota_counters_merchant_id_quota_id_fkey" FOREIGN KEY ("merchant_id", "quota_id") REFERENCES "quotas"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "wallets" ADD CONSTRAINT "wallets_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customers"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lots" ADD CONSTRAINT "lots_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "wallets"("merchant_id", "customer_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "wallets"("merchant_id", "customer_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "holds" ADD CONSTRAINT "holds_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "wallets"("merchant_id", "customer_id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma cannot say: checks, append-only tables, partial and expression indexes, storage.

CREATE EXTENSION IF NOT EXISTS btree_gin;

ALTER TABLE "merchants"
  ADD CONSTRAINT "merchants_week_start_known" CHECK (week_start IN ('monday', 'sunday', 'saturday')),
  ADD CONSTRAINT "merchants_burn_order_known" CHECK (burn_order IN ('balance_first', 'quota_first')),
  ADD CONSTRAINT "merchants_rounding_known" CHECK (default_rounding IN ('up_to_whole', 'up_to_hundredth', 'exact', 'carry')),
  ADD CONSTRAINT "merchants_unpriced_policy_known" CHECK (unpriced_policy IN ('raw_units', 'block', 'free')),
  ADD CONSTRAINT "merchants_shortfall_policy_known" CHECK (shortfall_policy IN ('debt', 'absorb', 'freeze'));

ALTER TABLE "members" ADD CONSTRAINT "members_role_known" CHECK (role IN ('owner', 'admin', 'analyst', 'support'));
ALTER TABLE "guests" ADD CONSTRAINT "guests_kind_known" CHECK (kind IN ('session', 'network'));
ALTER TABLE "guests" ADD CONSTRAINT "guests_carry_is_a_fraction" CHECK (carry_ticks >= 0 AND carry_ticks < 60000000000);

ALTER TABLE "wallets"
  ADD CONSTRAINT "wallets_held_not_negative" CHECK (held_micros >= 0),
  ADD CONSTRAINT "wallets_debt_not_negative" CHECK (debt_micros >= 0),
  ADD CONSTRAINT "wallets_carry_is_a_fraction" CHECK (carry_ticks >= 0 AND carry_ticks < 60000000000),
  ADD CONSTRAINT "wallets_balance_at_least_minus_debt" CHECK (balance_micros >= -debt_micros);

ALTER TABLE "lots"
  ADD CONSTRAINT "lots_amounts_in_order" CHECK (held_micros >= 0 AND held_micros <= remaining_micros AND remaining_micros <= granted_micros),
  ADD CONSTRAINT "lots_granted_positive" CHECK (granted_micros > 0),
  ADD CONSTRAINT "lots_category_known" CHECK (category IN ('paid', 'promotional')),
  ADD CONSTRAINT "lots_expire_after_they_begin" CHECK (expires_at IS NULL OR expires_at > effective_at);

ALTER TABLE "ledger_entries"
  ADD CONSTRAINT "ledger_entries_type_known" CHECK (type IN ('purchase', 'grant', 'usage', 'quota_usage', 'adjustment', 'expiry', 'refund', 'dispute', 'dispute_reversal', 'transfer_in', 'transfer_out', 'quota_reset', 'correction')),
  ADD CONSTRAINT "ledger_entries_sign" CHECK (CASE
    WHEN type IN ('purchase', 'grant', 'dispute_reversal', 'transfer_in') THEN delta_micros > 0
    WHEN type IN ('usage', 'expiry', 'transfer_out') THEN delta_micros < 0
    WHEN type IN ('quota_usage', 'quota_reset') THEN delta_micros = 0
    WHEN type IN ('refund', 'dispute') THEN delta_micros <= 0
    ELSE true END),
  ADD CONSTRAINT "ledger_entries_guests_have_no_balance" CHECK (customer_id IS NOT NULL OR (delta_micros = 0 AND balance_after_micros IS NULL)),
  ADD CONSTRAINT "ledger_entries_wallets_have_a_balance" CHECK (customer_id IS NULL OR balance_after_micros IS NOT NULL);

ALTER TABLE "holds"
  ADD CONSTRAINT "holds_state_known" CHECK (state IN ('open', 'settled', 'released', 'expired')),
  ADD CONSTRAINT "holds_parts_make_the_amount" CHECK (amount_micros = from_balance_micros + from_quota_micros AND from_balance_micros >= 0 AND from_quota_micros >= 0),
  ADD CONSTRAINT "holds_end_once" CHECK ((state = 'open') = (ended_at IS NULL)),
  ADD CONSTRAINT "holds_have_one_subject" CHECK ((customer_id IS NULL) <> (guest_id IS NULL));

ALTER TABLE "quotas"
  ADD CONSTRAINT "quotas_audience_known" CHECK (audience IN ('guest', 'customer', 'role', 'plan')),
  ADD CONSTRAINT "quotas_period_known" CHECK (period IN ('never', 'hourly', 'daily', 'weekly', 'monthly', 'yearly', 'plan_period')),
  ADD CONSTRAINT "quotas_mode_known" CHECK (mode IN ('enforce', 'observe')),
  ADD CONSTRAINT "quotas_limits_not_negative" CHECK (coalesce(limit_micros, 0) >= 0 AND coalesce(network_limit_micros, 0) >= 0),
  ADD CONSTRAINT "quotas_anchor_in_calendar" CHECK (anchor_day BETWEEN 1 AND 31 AND anchor_month BETWEEN 1 AND 12);

ALTER TABLE "quota_counters"
  ADD CONSTRAINT "quota_counters_not_negative" CHECK (used_micros >= 0 AND held_micros >= 0 AND overdraft_micros >= 0);

ALTER TABLE "usage_events"
  ADD CONSTRAINT "usage_events_parts_make_the_cost" CHECK (cost_micros = from_balance_micros + from_quota_micros + overdraft_micros AND from_balance_micros >= 0 AND from_quota_micros >= 0 AND overdraft_micros >= 0),
  ADD CONSTRAINT "usage_events_evidence_known" CHECK (evidence IN ('provider_final', 'provider_partial', 'estimated', 'manual'));

ALTER TABLE "pricing_rule_versions"
  ADD CONSTRAINT "pricing_rule_versions_method_known" CHECK (method IN ('per_1k_tokens', 'per_image', 'per_video', 'per_minute', 'flat')),
  ADD CONSTRAINT "pricing_rule_versions_rounding_known" CHECK (rounding IN ('up_to_whole', 'up_to_hundredth', 'exact', 'carry'));

-- Two enabled rules that would answer the same request cannot both stand, whoever saves them at the same time.
CREATE UNIQUE INDEX "pricing_rules_no_ties" ON "pricing_rules" (
  merchant_id,
  (CASE WHEN bot IS NULL AND form IS NULL THEN coalesce(module, '') ELSE '' END),
  (coalesce(bot, '')),
  (CASE WHEN bot IS NULL THEN coalesce(form, '') ELSE '' END),
  operation,
  (coalesce(provider, '')),
  (coalesce(model, ''))
) WHERE enabled AND deleted_at IS NULL;

-- Lots that may still be spent, and holds that are still open: what the hot path reads.
CREATE INDEX "lots_spendable" ON "lots" (merchant_id, customer_id) WHERE remaining_micros > 0;
CREATE INDEX "lots_expiring" ON "lots" (expires_at) WHERE remaining_micros > 0 AND expires_at IS NOT NULL;
CREATE INDEX "holds_open" ON "holds" (merchant_id, expires_at) WHERE state = 'open';
CREATE INDEX "holds_open_of_customer" ON "holds" (merchant_id, customer_id) WHERE state = 'open';

-- Full-text search in contents, in one merchant at a time. Words are kept as they are ('simple'); the first
-- 100,000 characters of a message are searchable (a tsvector holds 1 MB).
CREATE INDEX "log_messages_search" ON "log_messages" USING gin (merchant_id, to_tsvector('simple', left(content, 100000)));

-- Rows that are updated often keep room for it on their page.
ALTER TABLE "wallets" SET (fillfactor = 70);
ALTER TABLE "lots" SET (fillfactor = 70);
ALTER TABLE "holds" SET (fillfactor = 80);
ALTER TABLE "quota_counters" SET (fillfactor = 70);
ALTER TABLE "usage_days" SET (fillfactor = 50);
ALTER TABLE "ledger_days" SET (fillfactor = 50);

-- Append-only tables: a correction is another entry.
CREATE FUNCTION tollgate_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION tollgate_refuse_change();
CREATE TRIGGER ledger_entries_no_truncate BEFORE TRUNCATE ON "ledger_entries" FOR EACH STATEMENT EXECUTE FUNCTION tollgate_refuse_change();
CREATE TRIGGER pricing_rule_versions_append_only BEFORE UPDATE OR DELETE ON "pricing_rule_versions" FOR EACH ROW EXECUTE FUNCTION tollgate_refuse_change();
CREATE TRIGGER pricing_rule_versions_no_truncate BEFORE TRUNCATE ON "pricing_rule_versions" FOR EACH STATEMENT EXECUTE FUNCTION tollgate_refuse_change();
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON "audit_events" FOR EACH ROW EXECUTE FUNCTION tollgate_refuse_change();
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON "audit_events" FOR EACH STATEMENT EXECUTE FUNCTION tollgate_refuse_change();

-- A revoked or changed API key is forgotten by every server at once.
CREATE FUNCTION tollgate_tell_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('tollgate_keys', coalesce(NEW.merchant_id, OLD.merchant_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER api_keys_tell AFTER UPDATE OF revoked_at, scopes, store OR DELETE ON "api_keys" FOR EACH ROW EXECUTE FUNCTION tollgate_tell_key_change();

-- Logs live in monthly partitions, so that an old month is dropped, not deleted. The default partitions catch
-- what no month was made for; nothing is ever refused for want of one.
CREATE TABLE "logs_default" PARTITION OF "logs" DEFAULT;
CREATE TABLE "log_messages_default" PARTITION OF "log_messages" DEFAULT;

CREATE FUNCTION tollgate_id_floor(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid
$$;

-- Makes the monthly partitions (UTC months) from one instant to another; a repeat makes nothing.
CREATE FUNCTION tollgate_ensure_partitions(from_at timestamptz, to_at timestamptz) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  month timestamptz := date_trunc('month', from_at, 'UTC');
  parent text;
  child text;
  made integer := 0;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('tollgate_ensure_partitions'));
  WHILE month <= to_at LOOP
    FOREACH parent IN ARRAY ARRAY['logs', 'log_messages'] LOOP
      child := parent || '_' || to_char(month AT TIME ZONE 'UTC', 'YYYY_MM');
      IF to_regclass(child) IS NULL THEN
        BEGIN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', child, parent,
          tollgate_id_floor(month), tollgate_id_floor((month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC'));
        made := made + 1;
        EXCEPTION WHEN check_violation THEN
          NULL; -- the default partition already holds rows of that month: they stay where they are
        END;
      END IF;
    END LOOP;
    month := (month AT TIME ZONE 'UTC' + interval '1 month') AT TIME ZONE 'UTC';
  END LOOP;
  RETURN made;
END $$;
