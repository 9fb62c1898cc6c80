import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { decodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { AppError } from "@/lib/kernel/errors";
import { idFloor } from "@/lib/kernel/ids";
import { creditsToString } from "@/lib/kernel/micros";
import { ledgerQuery } from "./schemas";
import { type EntryRow, findCustomerId, findEntries } from "./wallets-read.repo";

const cursorKey = z.tuple([z.uuid()]);

export type LedgerQuery = z.input<typeof ledgerQuery> & { externalId?: string | undefined };

/**
 * Pages through the ledger, newest first: the whole merchant's, or one customer's. `from` and `to` bound the instant
 * of recording. Throws `not_found` for an unknown customer.
 */
export async function listLedger(ctx: Ctx, query: LedgerQuery): Promise<Page<EntryRow>> {
  requireCan(ctx, "usage:read");
  const { externalId, ...rest } = query;
  const { limit, cursor, types, from, to } = ledgerQuery.parse(rest);
  const sql = readSql();
  const customerId = externalId === undefined ? null : await findCustomerId(sql, ctx.merchantId, externalId);
  if (externalId !== undefined && customerId === null) throw new AppError("not_found", "No such customer.");
  const after = cursor === undefined ? null : decodeCursor(cursor, cursorKey)[0];
  const rows = await findEntries(sql, {
    merchantId: ctx.merchantId,
    customerId,
    below: after ?? (to ? idFloor(to) : null),
    from: from ? idFloor(from) : null,
    types: types ?? null,
    limit,
  });
  return pageOf(rows, limit, (row) => [row.id]);
}

/** An entry as answers show it (design.md §4). */
export function entryJson(row: EntryRow) {
  const { cost, fromQuota } = row;
  return {
    id: row.id,
    type: row.type,
    delta: creditsToString(row.delta),
    balanceAfter: row.balanceAfter === null ? null : creditsToString(row.balanceAfter),
    units: Number(row.units),
    actor: row.actor,
    module: row.module,
    operation: row.operation,
    provider: row.provider,
    model: row.model,
    rule: row.ruleId === null ? null : { id: row.ruleId, version: row.ruleVersion },
    references: {
      ...row.references,
      ...(cost === null ? {} : { cost: creditsToString(cost) }),
      ...(fromQuota === null ? {} : { fromQuota: creditsToString(fromQuota) }),
    },
    note: row.note === "" ? null : row.note,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
  };
}
