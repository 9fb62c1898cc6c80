-- When the link that an invited member was last sent stops being good; null: never invited by a link.
ALTER TABLE "members" ADD COLUMN "invitation_expires_at" TIMESTAMPTZ(3);

-- A merchant that is about to be deleted: asked for, waiting, then going piece by piece.
CREATE TABLE "merchant_deletions" (
    "merchant_id" UUID NOT NULL,
    "requested_by" JSONB NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "delete_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),

    CONSTRAINT "merchant_deletions_pkey" PRIMARY KEY ("merchant_id")
);
ALTER TABLE "merchant_deletions" ADD CONSTRAINT "merchant_deletions_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Nothing goes before the waiting period is over, whoever asks.
ALTER TABLE "merchant_deletions"
  ADD CONSTRAINT "merchant_deletions_wait" CHECK (delete_at >= requested_at + interval '14 days'),
  ADD CONSTRAINT "merchant_deletions_start_late" CHECK (started_at IS NULL OR started_at >= delete_at);

-- The file of an export of everything, in the pieces it was made in: each a whole gzip member (RFC 1952).
CREATE TABLE "export_parts" (
    "merchant_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "export_parts_pkey" PRIMARY KEY ("merchant_id","task_id","sequence")
);
CREATE INDEX "export_parts_created_at_idx" ON "export_parts"("created_at");
ALTER TABLE "export_parts" ADD CONSTRAINT "export_parts_merchant_id_task_id_fkey" FOREIGN KEY ("merchant_id", "task_id") REFERENCES "tasks"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
-- It is compressed already.
ALTER TABLE "export_parts" ALTER COLUMN "content" SET STORAGE EXTERNAL;

-- The trail by actor, by kind of thing, and by words.
CREATE INDEX "audit_events_actor" ON "audit_events" (merchant_id, (actor ->> 'id'), id);
CREATE INDEX "audit_events_merchant_id_entity_id_idx" ON "audit_events"("merchant_id", "entity", "id");
CREATE INDEX "audit_events_words" ON "audit_events" USING gin (
  merchant_id,
  to_tsvector('simple', tollgate_words(left(action || ' ' || entity_id || ' ' || (actor ->> 'label') || ' ' || details::text, 20000))));

-- The one way through for append-only tables: rows of a merchant whose deletion has begun (the waiting period is over,
-- as merchant_deletions_start_late holds), in a transaction that names that merchant. UPDATE and TRUNCATE have none.
CREATE OR REPLACE FUNCTION tollgate_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF current_setting('tollgate.deleting_merchant', true) = OLD.merchant_id::text THEN
      IF EXISTS (SELECT 1 FROM merchant_deletions d WHERE d.merchant_id = OLD.merchant_id AND d.started_at IS NOT NULL) THEN
        RETURN OLD;
      END IF;
    END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
