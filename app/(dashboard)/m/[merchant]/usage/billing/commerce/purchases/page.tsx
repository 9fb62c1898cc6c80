import { ShoppingCart } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { type Filter, FilterBar, SearchField } from "@/components/data-table";
import { Drawer, EmptyState, LinkButton, PageHeader, TableSkeleton } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { listConnections, listPurchases } from "@/lib/commerce";
import { PURCHASE_STATES } from "@/lib/commerce/schemas";
import { isId } from "@/lib/kernel/ids";
import { type Params, placeOf, textOf } from "../_components/address";
import { Comparison } from "./_components/comparison";
import { PurchaseDetail } from "./_components/purchase-detail";
import { toPurchaseRow } from "./_components/purchase-row";
import { PurchasesTable } from "./_components/purchases-table";
import { WaitingList } from "./_components/waiting-list";
import { FILTERS, PAGE, STATES } from "./_components/words";

export const metadata: Metadata = { title: PAGE.title };

const PAGE_SIZE = 50;

/** What was bought and what became of it: those that wait on top, the list, one in a drawer, and the comparison. */
export default async function PurchasesPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/billing/commerce/purchases">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const query = queryOf(address);
  const [page, connections] = await Promise.all([
    listPurchases(ctx, { limit: PAGE_SIZE, ...query }),
    listConnections(ctx, { limit: 200 }),
  ]);
  const shops = new Map(connections.data.map(({ id, name }) => [id, name]));
  const open = textOf(address, "purchase");
  const narrowed = Object.keys(query).length > 0;
  return (
    <>
      <PageHeader title={PAGE.title} description={PAGE.about} />
      {narrowed ? null : (
        <Suspense fallback={null}>
          <WaitingList merchant={merchant} />
        </Suspense>
      )}
      <FilterBar filters={filtersOf(connections.data)}>
        <SearchField label={PAGE.search} />
      </FilterBar>
      <PurchasesTable
        rows={page.data.map((each) => toPurchaseRow(each, shops))}
        nextCursor={page.nextCursor}
        empty={<Empty merchant={merchant} narrowed={narrowed} search={textOf(address, "search")} />}
      />
      <Suspense fallback={null}>
        <Comparison merchant={merchant} />
      </Suspense>
      <Drawer param="purchase" title={PAGE.drawer} width={720}>
        {open ? (
          <Suspense
            key={`${open} ${textOf(address, "entries") ?? ""}`}
            fallback={<TableSkeleton rows={8} columns={2} />}
          >
            <PurchaseDetail merchant={merchant} id={open} older={textOf(address, "entries")} />
          </Suspense>
        ) : null}
      </Drawer>
    </>
  );
}

type EmptyProps = { merchant: string; narrowed: boolean; search: string | null };

function Empty({ merchant, narrowed, search }: EmptyProps) {
  const doctor = placeOf(merchant, "doctor", search === null ? {} : { query: search });
  const action = narrowed ? (
    <LinkButton variant="default" href={doctor}>
      {PAGE.diagnose}
    </LinkButton>
  ) : (
    <LinkButton href={placeOf(merchant, "connections")}>{PAGE.connect}</LinkButton>
  );
  return (
    <EmptyState
      title={narrowed ? PAGE.noneTitle : PAGE.emptyTitle}
      icon={<ShoppingCart size={18} aria-hidden />}
      action={action}
    >
      {narrowed ? PAGE.none : PAGE.empty}
    </EmptyState>
  );
}

/** What does not parse counts as not given. */
function queryOf(address: Params) {
  const state = PURCHASE_STATES.find((each) => each === address["state"]);
  const connection = textOf(address, "connection");
  const customer = textOf(address, "customer");
  const search = textOf(address, "search");
  const cursor = textOf(address, "cursor");
  return {
    ...(state ? { state } : {}),
    ...(connection !== null && isId(connection) ? { connection } : {}),
    ...(customer === null ? {} : { customer }),
    ...(search === null ? {} : { search }),
    ...(cursor === null ? {} : { cursor }),
  };
}

function filtersOf(connections: readonly { id: string; name: string }[]): Filter[] {
  return [
    {
      param: "state",
      label: FILTERS.state,
      options: PURCHASE_STATES.map((value) => ({ value, label: STATES[value] })),
    },
    {
      param: "connection",
      label: FILTERS.connection,
      options: connections.map(({ id, name }) => ({ value: id, label: name })),
    },
    { param: "customer", label: FILTERS.customer, seldom: true },
  ];
}
