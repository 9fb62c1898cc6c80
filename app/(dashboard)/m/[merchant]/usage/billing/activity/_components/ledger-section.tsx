import { type Filter, FilterBar } from "@/components/data-table";
import { EmptyState, Section } from "@/components/ui";
import { type MemberCtx, requireMember } from "@/lib/auth";
import { AppError } from "@/lib/kernel/errors";
import { listUsedModels } from "@/lib/logs";
import { listModules } from "@/lib/merchants";
import { listLedger } from "@/lib/wallets";
import { ENTRY_TYPES } from "@/lib/wallets/core";
import { type ActivityQuery, isNarrowed, ledgerFilters } from "./activity-query";
import { toEntryRow } from "./entry-row";
import { ExportButton } from "./export-button";
import { GoOn } from "./go-on";
import { LedgerTable } from "./ledger-table";
import { ACTORS, FILTERS, WORDS, wordsOf } from "./words";

type LedgerSectionProps = { merchant: string; begin: Date; end: Date; query: ActivityQuery };

const CLEARED: string[] = [];

/** The ledger of the days, newest first: every change of a balance, and all usage that changed none. */
export async function LedgerSection({ merchant, begin, end, query }: LedgerSectionProps) {
  const ctx = await requireMember(merchant);
  const wanted = { ...ledgerFilters(query), from: begin.toISOString(), to: end.toISOString() };
  const [page, modules, models] = await Promise.all([
    entriesOf(ctx, wanted, query.cursor),
    listModules(ctx, { limit: 200 }),
    listUsedModels(ctx),
  ]);
  const filters = filtersOf({
    modules: modules.data,
    models: [...new Set(models.map((each) => each.model))],
  });
  return (
    <Section
      title={WORDS.ledger}
      description={WORDS.ledgerLine}
      actions={<ExportButton merchant={merchant} filters={wanted} />}
    >
      <FilterBar filters={filters} alsoClears={CLEARED} />
      <LedgerTable
        rows={page.data.map((entry) => toEntryRow(entry, modules.data))}
        nextCursor={page.nextCursor}
        empty={<Empty query={query} rest={page.nextCursor} />}
      />
    </Section>
  );
}

type Wanted = ReturnType<typeof ledgerFilters> & { from: string; to: string };

/** An unknown customer has no entries; a place of another list is the first page. */
async function entriesOf(ctx: MemberCtx, wanted: Wanted, cursor: string | null) {
  try {
    return await listLedger(ctx, { ...wanted, ...(cursor === null ? {} : { cursor }) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "not_found") return { data: [], nextCursor: null };
    if (error.code === "invalid_input" && cursor !== null) return listLedger(ctx, wanted);
    throw error;
  }
}

type Known = { modules: readonly { id: string; name: string }[]; models: readonly string[] };

function filtersOf({ modules, models }: Known): Filter[] {
  return [
    {
      param: "type",
      label: FILTERS.type,
      options: ENTRY_TYPES.map((value) => ({ value, label: wordsOf(value).label })),
    },
    {
      param: "actor",
      label: FILTERS.actor,
      options: Object.entries(ACTORS).map(([value, label]) => ({ value, label })),
    },
    {
      param: "module",
      label: FILTERS.module,
      options: modules.map(({ id, name }) => ({ value: id, label: name })),
    },
    { param: "model", label: FILTERS.model, options: models.map((value) => ({ value, label: value })) },
    { param: "customer", label: FILTERS.customer },
  ];
}

function Empty({ query, rest }: { query: ActivityQuery; rest: string | null }) {
  if (rest !== null) {
    return (
      <EmptyState title={WORDS.emptySoFarTitle} action={<GoOn cursor={rest} />}>
        {WORDS.emptySoFarLine}
      </EmptyState>
    );
  }
  return isNarrowed(query) ? (
    <EmptyState title={WORDS.emptyFilteredTitle}>{WORDS.emptyFilteredLine}</EmptyState>
  ) : (
    <EmptyState title={WORDS.emptyTitle}>{WORDS.emptyLine}</EmptyState>
  );
}
