-- A member's own names for filters of the list of logs.
CREATE TABLE "log_views" (
    "merchant_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_views_pkey" PRIMARY KEY ("merchant_id","member_id","id")
);

CREATE UNIQUE INDEX "log_views_merchant_id_member_id_name_key" ON "log_views"("merchant_id", "member_id", "name");

ALTER TABLE "log_views" ADD CONSTRAINT "log_views_merchant_id_member_id_fkey" FOREIGN KEY ("merchant_id", "member_id") REFERENCES "members"("merchant_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
