import { z } from "zod";
import type { Actor } from "@/lib/access";
import { prisma, type Tx, type TxScope } from "@/lib/db";
import type { AuditEvent, AuditRecord } from "./schemas";

const storedActor = z.object({ kind: z.string(), id: z.string(), label: z.string() });

type NewEvent = AuditRecord & { merchantId: string; id: string; actor: Actor; at: Date };

export async function insertAuditEvent(tx: Tx, event: NewEvent): Promise<void> {
  const { details = {}, ...rest } = event;
  await tx.auditEvent.create({ data: { ...rest, details }, select: { id: true } });
}

/** Newest first: ids are made from the instant. One row more than the limit tells of a next page. */
export async function findAuditEvents(
  scope: TxScope & { readonly merchantId: string },
  page: { limit: number; beforeId: string | null },
): Promise<AuditEvent[]> {
  const rows = await (scope.tx ?? prisma).auditEvent.findMany({
    where: { merchantId: scope.merchantId, ...(page.beforeId ? { id: { lt: page.beforeId } } : {}) },
    orderBy: { id: "desc" },
    take: page.limit + 1,
    omit: { merchantId: true },
  });
  return rows.map((row) => ({ ...row, actor: storedActor.parse(row.actor) }));
}
