-- Long work in the background, retention of logs on two clocks, and usage brought in from elsewhere.
ALTER TABLE "logs" ADD COLUMN "imported" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "contents_pruned_at" TIMESTAMPTZ(3);

CREATE TABLE "tasks" (
    "merchant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "permission" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "place" JSONB,
    "total" BIGINT,
    "done" BIGINT NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "actor" JSONB NOT NULL,
    "lease" UUID,
    "renewed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("merchant_id","id")
);

CREATE TABLE "log_retention" (
    "merchant_id" UUID NOT NULL,
    "contents" TEXT,
    "logs" TEXT,
    "next_run_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_retention_pkey" PRIMARY KEY ("merchant_id")
);

CREATE TABLE "imported_usage" (
    "merchant_id" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "log_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "cost_micros" BIGINT NOT NULL,
    "tokens" BIGINT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imported_usage_pkey" PRIMARY KEY ("merchant_id","id")
);

CREATE TABLE "import_parts" (
    "merchant_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "first_row" INTEGER NOT NULL,
    "rows" JSONB NOT NULL,
    "errors" JSONB NOT NULL,

    CONSTRAINT "import_parts_pkey" PRIMARY KEY ("merchant_id","task_id","sequence")
);

ALTER TABLE "tasks" ADD CONSTRAINT "tasks_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "log_retention" ADD CONSTRAINT "log_retention_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "imported_usage" ADD CONSTRAINT "imported_usage_merchant_id_fkey" FOREIGN KEY ("merchant_id") REFERENCES "merchants"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "import_parts" ADD CONSTRAINT "import_parts_merchant_id_task_id_fkey" FOREIGN KEY ("merchant_id", "task_id") REFERENCES "tasks"("merchant_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What Prisma cannot say.
ALTER TABLE "tasks"
  ADD CONSTRAINT "tasks_state_known" CHECK (state IN ('queued', 'running', 'done', 'stopped', 'failed')),
  ADD CONSTRAINT "tasks_end_once" CHECK ((state IN ('done', 'stopped', 'failed')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT "tasks_counts_not_negative" CHECK (done >= 0 AND coalesce(total, 0) >= 0);
CREATE INDEX "tasks_unfinished" ON "tasks" (renewed_at) WHERE state IN ('queued', 'running');

ALTER TABLE "log_retention"
  ADD CONSTRAINT "log_retention_periods_known" CHECK (
    coalesce(contents, '1d') IN ('1d', '3d', '7d', '15d', '30d', '60d', '90d', '6m', '1y')
    AND coalesce(logs, '1d') IN ('1d', '3d', '7d', '15d', '30d', '60d', '90d', '6m', '1y')),
  ADD CONSTRAINT "log_retention_runs_when_on" CHECK ((next_run_at IS NULL) = (contents IS NULL AND logs IS NULL));
CREATE INDEX "log_retention_due" ON "log_retention" (next_run_at) WHERE next_run_at IS NOT NULL;

ALTER TABLE "imported_usage" ADD CONSTRAINT "imported_usage_not_negative" CHECK (cost_micros >= 0 AND tokens >= 0);
