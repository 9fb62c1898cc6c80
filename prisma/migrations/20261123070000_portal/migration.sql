-- How a merchant's customer page looks and where it may be embedded.
CREATE TABLE "portal_settings" (
    "merchant_id" UUID NOT NULL,
    "chatbot" BOOLEAN NOT NULL DEFAULT true,
    "ai_forms" BOOLEAN NOT NULL DEFAULT true,
    "image_generator" BOOLEAN NOT NULL DEFAULT true,
    "hidden_modules" TEXT[],
    "title" TEXT,
    "intro" TEXT,
    "buy_credits" BOOLEAN NOT NULL DEFAULT true,
    "buy_credits_label" TEXT,
    "buy_credits_url" TEXT,
    "purchase_history" BOOLEAN NOT NULL DEFAULT true,
    "email_sign_in" BOOLEAN NOT NULL DEFAULT true,
    "language" TEXT,
    "logo_url" TEXT,
    "accent" TEXT,
    "origins" TEXT[],
    "secret_seed" UUID,
    "secret_made_at" TIMESTAMPTZ(3),
    "previous_seed" UUID,
    "previous_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "portal_settings_pkey" PRIMARY KEY ("merchant_id")
);

-- A link that signs a customer in to their page, once.
CREATE TABLE "portal_links" (
    "merchant_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "viewer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "portal_links_pkey" PRIMARY KEY ("merchant_id","hash")
);

-- A customer who is signed in to their page.
CREATE TABLE "portal_sessions" (
    "merchant_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "customer_id" UUID NOT NULL,
    "embedded" BOOLEAN NOT NULL,
    "viewer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "portal_sessions_pkey" PRIMARY KEY ("merchant_id","hash")
);

-- Signed tokens that name themselves and were used.
CREATE TABLE "portal_used_tokens" (
    "merchant_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "portal_used_tokens_pkey" PRIMARY KEY ("merchant_id","hash")
);

-- How often a sign-in link was asked for.
CREATE TABLE "portal_attempts" (
    "merchant_id" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "portal_attempts_pkey" PRIMARY KEY ("merchant_id","key","window_start")
);

CREATE INDEX "portal_links_merchant_id_customer_id_created_at_idx" ON "portal_links"("merchant_id", "customer_id", "created_at");
CREATE INDEX "portal_links_merchant_id_expires_at_idx" ON "portal_links"("merchant_id", "expires_at");
CREATE INDEX "portal_sessions_merchant_id_customer_id_created_at_idx" ON "portal_sessions"("merchant_id", "customer_id", "created_at");
CREATE INDEX "portal_sessions_merchant_id_expires_at_idx" ON "portal_sessions"("merchant_id", "expires_at");
CREATE INDEX "portal_used_tokens_merchant_id_expires_at_idx" ON "portal_used_tokens"("merchant_id", "expires_at");

-- Who has an e-mail address, whatever its case: sign-in links go to it.
CREATE INDEX "customers_email" ON "customers"("merchant_id", lower("email")) WHERE "email" IS NOT NULL;

ALTER TABLE "portal_settings" ADD CONSTRAINT "portal_settings_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "portal_links" ADD CONSTRAINT "portal_links_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customers"("merchant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "portal_sessions" ADD CONSTRAINT "portal_sessions_merchant_id_customer_id_fkey" FOREIGN KEY ("merchant_id", "customer_id") REFERENCES "customers"("merchant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "portal_used_tokens" ADD CONSTRAINT "portal_used_tokens_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "portal_attempts" ADD CONSTRAINT "portal_attempts_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "portal_links"
  ADD CONSTRAINT "portal_links_kind_known" CHECK (kind IN ('api', 'email', 'member')),
  ADD CONSTRAINT "portal_links_viewer_is_a_member" CHECK ((kind = 'member') = (viewer IS NOT NULL)),
  ADD CONSTRAINT "portal_links_hash_is_sha256" CHECK (length(hash) = 32);
ALTER TABLE "portal_sessions"
  ADD CONSTRAINT "portal_sessions_hash_is_sha256" CHECK (length(hash) = 32);
ALTER TABLE "portal_settings"
  ADD CONSTRAINT "portal_settings_accent_is_a_colour" CHECK (accent ~ '^#[0-9a-f]{6}$');
