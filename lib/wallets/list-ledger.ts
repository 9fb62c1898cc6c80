import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { decodeCursor, encodeCursor, type Page, pageOf } from "@/lib/kernel/cursor";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";
import { creditsToString } from "@/lib/kernel/micros";
import { ledgerQuery } from "./schemas";
import { findEntry } from "./ledger/entries.repo";
import { ledgerSelection } from "./ledger/ledger-selection";
import { searchEntries } from "./ledger/search-entries";
import type { EntryRow } from "./wallets-read.repo";
import type { Whose } from "./whose";

const cursorKey = z.tuple([z.uuid()]);

export type LedgerQuery = z.input<typeof ledgerQuery> & {
  /** The customer: by the merchant's own id, or by ours. */
  externalId?: Whose | undefined;
};

/**
 * Pages through the ledger, newest first: the whole merchant's, or one customer's. `from` and `to` bound the instant
 * of recording. A page that looked at 100,000 entries ends there, even with fewer rows than asked for; its cursor goes
 * on. Throws `not_found` for an unknown customer.
 */
export async function listLedger(ctx: Ctx, query: LedgerQuery): Promise<Page<EntryRow>> {
  requireCan(ctx, "usage:read");
  const { externalId, ...rest } = query;
  const { limit, cursor, types, from, to, actor, module, model } = ledgerQuery.parse(rest);
  const after = cursor === undefined ? null : decodeCursor(cursor, cursorKey)[0];
  const selection = await ledgerSelection(ctx, externalId, { types, from, to, actor, module, model });
  const found = await searchEntries(readSql(), { ...selection, below: after ?? selection.below, limit });
  if (found.rest !== null) return { data: found.rows, nextCursor: encodeCursor([found.rest]) };
  return pageOf(found.rows, limit, (row) => [row.id]);
}

/** One entry. Throws `not_found`, also for another merchant's. */
export async function getEntry(ctx: Ctx, id: string): Promise<EntryRow> {
  requireCan(ctx, "usage:read");
  const entry = isId(id) ? await findEntry(readSql(), ctx.merchantId, id) : null;
  if (!entry) throw new AppError("not_found", "No such ledger entry.");
  return entry;
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
