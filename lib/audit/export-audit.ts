import type { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { streamRows } from "@/lib/db";
import { csvLine } from "@/lib/kernel/csv";
import { auditQuery } from "./audit.repo";
import { auditFilters } from "./schemas";

const ROWS_PER_READ = 500;
const HEADER = ["at", "actor_kind", "actor_id", "actor", "action", "entity", "entity_id", "details"];

type AuditExport = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly pieces: AsyncGenerator<{ readonly text: string }>;
};

/**
 * Writes the events that match as CSV (RFC 4180), newest first, however many there are; texts that a spreadsheet would
 * run are marked. It holds the state of one moment, and a few rows in memory.
 */
export async function exportAudit(ctx: Ctx, input: z.input<typeof auditFilters> = {}): Promise<AuditExport> {
  requireCan(ctx, "usage:read");
  const { text, params } = auditQuery(ctx.merchantId, auditFilters.parse(input));
  const ordered = `SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), actor ->> 'kind', actor ->> 'id',
      actor ->> 'label', action, entity, "entityId", details::text FROM (${text}) e ORDER BY id DESC`;
  return {
    fileName: `audit-trail-${ctx.now.toISOString().slice(0, 10)}.csv`,
    mediaType: "text/csv; charset=utf-8; header=present",
    pieces: writeLines(ordered, params),
  };
}

async function* writeLines(text: string, params: readonly (string | null)[]) {
  yield { text: csvLine(HEADER) };
  for await (const rows of streamRows({ text, params, rowsPerRead: ROWS_PER_READ })) {
    yield { text: rows.map(csvLine).join("") };
  }
}
