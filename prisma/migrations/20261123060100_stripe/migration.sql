-- What is known of Stripe's payments, and which purchase each of its objects belongs to.
CREATE TABLE "stripe_links" (
    "merchant_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "stripe_links_pkey" PRIMARY KEY ("merchant_id","connection_id","reference","key")
);

CREATE TABLE "stripe_facts" (
    "merchant_id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stripe_facts_pkey" PRIMARY KEY ("merchant_id","connection_id","reference")
);

ALTER TABLE "stripe_links" ADD CONSTRAINT "stripe_links_merchant_id_connection_id_fkey" FOREIGN KEY ("merchant_id", "connection_id") REFERENCES "connections"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "stripe_facts" ADD CONSTRAINT "stripe_facts_merchant_id_connection_id_fkey" FOREIGN KEY ("merchant_id", "connection_id") REFERENCES "connections"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
