import "./_components/balances.css";
import "./_components/customer.css";
import type { Metadata } from "next";
import { Suspense } from "react";
import { FilterBar, SearchField } from "@/components/data-table";
import { ChartSkeleton, Drawer, EmptyState, PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { formatCount, formatPlural } from "@/lib/kernel/format";
import { localDay } from "@/lib/kernel/time";
import { listModules } from "@/lib/merchants";
import { listUsageOfCustomers } from "@/lib/metering";
import { countBalances } from "@/lib/wallets";
import { toBalanceRow } from "./_components/balance-row";
import { type BalancesQuery, readBalancesQuery, readRange, textOf } from "./_components/balances-query";
import { BalancesTable } from "./_components/balances-table";
import { CustomerDetail } from "./_components/customer-detail";
import { CustomerSkeleton } from "./_components/customer-skeleton";
import { PageActions } from "./_components/page-actions";
import { ProofLine } from "./_components/proof-line";
import { readBalances } from "./_components/read-balances";
import { TokensChart } from "./_components/tokens-chart";
import { MARKS, WORDS } from "./_components/words";

export const metadata: Metadata = { title: WORDS.title };

const STATES = [
  { value: "frozen", label: MARKS.frozen.label },
  { value: "debt", label: MARKS.debt.label },
];

/** Whom the merchant serves and what each holds: the list with its balances, and one customer in a drawer. */
export default async function BalancesPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/billing/balances">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const query = readBalancesQuery(address);
  const [page, modules] = await Promise.all([readBalances(ctx, query), listModules(ctx, { limit: 200 })]);
  // Counted after the list, which has caught up with the ledger.
  const [total, usage] = await Promise.all([countBalances(ctx), listUsageOfCustomers(ctx, page.data)]);
  const customer = textOf(address, "customer");

  return (
    <div data-wide>
      <PageHeader
        title={WORDS.title}
        description={WORDS.description}
        actions={
          <PageActions
            merchant={merchant}
            mayGrant={ctx.permissions.has("credits:write")}
            today={localDay(ctx.merchant.timeZone, ctx.now)}
          />
        }
      />
      <Suspense fallback={<ChartSkeleton height={160} />}>
        <TokensChart merchant={merchant} range={readRange(address)} />
      </Suspense>
      <Suspense fallback={null}>
        <ProofLine merchant={merchant} />
      </Suspense>
      <FilterBar filters={[{ param: "state", label: WORDS.state, options: STATES }]}>
        <SearchField label={WORDS.search} />
      </FilterBar>
      <BalancesTable
        merchant={merchant}
        rights={{
          edit: ctx.permissions.has("credits:write"),
          reset: ctx.permissions.has("resets:write"),
        }}
        rows={page.data.map((row) => toBalanceRow(row, usage.get(row.customerId) ?? [], modules.data))}
        nextCursor={page.nextCursor}
        empty={<Empty query={query} />}
        count={query.search || query.state ? null : countWords(total)}
      />
      <Drawer param="customer" title={WORDS.drawer} width={720}>
        {customer ? (
          <Suspense key={customer} fallback={<CustomerSkeleton />}>
            <CustomerDetail merchant={merchant} id={customer} address={address} />
          </Suspense>
        ) : null}
      </Drawer>
    </div>
  );
}

function countWords({ count, more }: { count: number; more: boolean }): string {
  return more ? `${formatCount(count)}+ customers` : formatPlural(count, "customer");
}

function Empty({ query }: { query: BalancesQuery }) {
  if (query.search) return <EmptyState title={WORDS.emptySearchTitle}>{WORDS.emptySearchLine}</EmptyState>;
  if (query.state) return <EmptyState title={WORDS.emptyStateTitle}>{WORDS.emptyStateLine}</EmptyState>;
  return <EmptyState title={WORDS.emptyTitle}>{WORDS.emptyLine}</EmptyState>;
}
