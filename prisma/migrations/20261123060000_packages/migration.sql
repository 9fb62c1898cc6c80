-- What customers buy, and which product or price of which shop sells it.
CREATE TABLE "packages" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "credits_micros" BIGINT NOT NULL,
    "category" TEXT NOT NULL,
    "expires_after_days" INTEGER,
    "price" TEXT,
    "currency" TEXT,
    "connection_id" UUID,
    "woo_product" BIGINT,
    "woo_variation" BIGINT,
    "stripe_price" TEXT,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "packages_pkey" PRIMARY KEY ("merchant_id","id")
);

ALTER TABLE "packages" ADD CONSTRAINT "packages_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "packages" ADD CONSTRAINT "packages_merchant_id_connection_id_fkey" FOREIGN KEY ("merchant_id", "connection_id") REFERENCES "connections"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma cannot say.
ALTER TABLE "packages"
  ADD CONSTRAINT "packages_grant_something" CHECK (credits_micros > 0),
  ADD CONSTRAINT "packages_category_known" CHECK (category IN ('paid', 'promotional')),
  ADD CONSTRAINT "packages_expiry_positive" CHECK (expires_after_days IS NULL OR expires_after_days > 0),
  ADD CONSTRAINT "packages_price_decimal" CHECK (price IS NULL OR price ~ '^[0-9]+(\.[0-9]+)?$'),
  ADD CONSTRAINT "packages_price_has_currency" CHECK (price IS NULL OR currency IS NOT NULL),
  ADD CONSTRAINT "packages_variation_of_product" CHECK (woo_variation IS NULL OR woo_product IS NOT NULL),
  ADD CONSTRAINT "packages_deleted_sell_nothing" CHECK (deleted_at IS NULL OR NOT enabled);

-- A product or price sells one package: of two that are enabled for it, nothing could say which was bought.
CREATE UNIQUE INDEX "packages_one_per_product" ON "packages" (
  merchant_id, coalesce(connection_id, '00000000-0000-0000-0000-000000000000'), woo_product, coalesce(woo_variation, 0))
  WHERE enabled AND woo_product IS NOT NULL;
CREATE UNIQUE INDEX "packages_one_per_price" ON "packages" (
  merchant_id, coalesce(connection_id, '00000000-0000-0000-0000-000000000000'), stripe_price)
  WHERE enabled AND stripe_price IS NOT NULL;
CREATE INDEX "packages_in_order" ON "packages" (merchant_id, position, id DESC) WHERE deleted_at IS NULL;
