import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { findAuditEvents } from "./audit.repo";
import { type AuditEvent, type ListAuditInput, listAuditInput } from "./schemas";

const sortKey = z.tuple([z.uuid()]);

/**
 * The merchant's audit trail, newest first: all of it, or what matches every filter. Throws `invalid_input` for a
 * cursor of another list.
 */
export async function listAudit(ctx: Ctx, input: ListAuditInput = {}): Promise<Page<AuditEvent>> {
  requireCan(ctx, "usage:read");
  const { limit, cursor, ...filters } = listAuditInput.parse(input);
  const beforeId = cursor === undefined ? null : decodeCursor(cursor, sortKey)[0];
  const rows = await findAuditEvents(ctx, filters, { limit, beforeId });
  return pageOf(rows, limit, (row) => [row.id]);
}
