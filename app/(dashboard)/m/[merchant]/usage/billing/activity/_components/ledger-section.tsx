import { type Filter, FilterBar } from "@/components/data-table";
import { EmptyState, Section } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { listModules } from "@/lib/merchants";
import { listLedger } from "@/lib/wallets";
import { ENTRY_TYPES } from "@/lib/wallets/core";
import type { ActivityQuery } from "./activity-query";
import { toEntryRow } from "./entry-row";
import { wordsOf } from "./entry-words";
import { LedgerTable } from "./ledger-table";

type LedgerSectionProps = { merchant: string; begin: Date; query: ActivityQuery };

const FILTERS: Filter[] = [
  {
    param: "type",
    label: "Type",
    options: ENTRY_TYPES.map((value) => ({ value, label: wordsOf(value).label })),
  },
];

/** The ledger of the range, newest first: every change of a balance, and all usage that changed none. */
export async function LedgerSection({ merchant, begin, query }: LedgerSectionProps) {
  const ctx = await requireMember(merchant);
  const [page, modules] = await Promise.all([
    listLedger(ctx, {
      from: begin.toISOString(),
      ...(query.type === null ? {} : { types: [query.type] }),
      ...(query.cursor === null ? {} : { cursor: query.cursor }),
    }),
    listModules(ctx, { limit: 200 }),
  ]);
  return (
    <Section
      title="Ledger"
      description="Append-only: entries are never changed, a correction is another entry."
    >
      <FilterBar filters={FILTERS} />
      <LedgerTable
        rows={page.data.map((entry) => toEntryRow(entry, modules.data))}
        nextCursor={page.nextCursor}
        empty={
          query.type === null ? (
            <EmptyState title="No ledger entries in these days">
              Purchases, grants, adjustments and all usage are recorded here.
            </EmptyState>
          ) : (
            <EmptyState title="No entries of this type in these days">
              Take the filter away to see all.
            </EmptyState>
          )
        }
      />
    </Section>
  );
}
