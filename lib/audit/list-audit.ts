import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf, pageQuery } from "@/lib/kernel/cursor";
import { findAuditEvents } from "./audit.repo";
import type { AuditEvent } from "./schemas";

const sortKey = z.tuple([z.uuid()]);

/** The merchant's audit trail, newest first. Throws `invalid_input` for a cursor of another list. */
export async function listAudit(ctx: Ctx, query: z.input<typeof pageQuery> = {}): Promise<Page<AuditEvent>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor } = pageQuery.parse(query);
  const beforeId = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  const rows = await findAuditEvents(ctx, { limit, beforeId });
  return pageOf(rows, limit, (row) => [row.id]);
}
