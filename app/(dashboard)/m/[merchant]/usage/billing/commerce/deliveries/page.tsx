import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { type Filter, FilterBar } from "@/components/data-table";
import { Drawer, EmptyState, PageHeader, TableSkeleton } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { type DeliveryJson, listConnections, listDeliveries } from "@/lib/commerce";
import { DELIVERY_STATES } from "@/lib/commerce/schemas";
import { isId } from "@/lib/kernel/ids";
import { type Params, textOf } from "../_components/address";
import { DELIVERY_WORDS } from "../_components/words";
import { DeliveriesTable, type DeliveryRow } from "./_components/deliveries-table";
import { DeliveryDetail } from "./_components/delivery-detail";
import { ReplayAllButton } from "./_components/replay-button";
import { FILTERS, PAGE } from "./_components/words";

export const metadata: Metadata = { title: PAGE.title };

const PAGE_SIZE = 50;

/** The inbox: what came through webhooks and what became of it, and one of them in a drawer. */
export default async function DeliveriesPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/billing/commerce/deliveries">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const query = queryOf(address);
  const [page, connections] = await Promise.all([
    listDeliveries(ctx, { limit: PAGE_SIZE, ...query }),
    listConnections(ctx, { limit: 200 }),
  ]);
  const names = new Map(connections.data.map(({ id, name }) => [id, name]));
  const open = textOf(address, "delivery");
  const narrowed = Boolean(query.state ?? query.connection ?? query.purchase);
  return (
    <>
      <PageHeader
        title={PAGE.title}
        description={PAGE.about}
        actions={
          ctx.permissions.has("connections:write") ? (
            <ReplayAllButton merchant={merchant} connection={query.connection ?? null} />
          ) : null
        }
      />
      <FilterBar filters={filtersOf(connections.data)} />
      <DeliveriesTable
        rows={page.data.map((each) => toRow(each, names))}
        nextCursor={page.nextCursor}
        empty={
          <EmptyState
            title={narrowed ? PAGE.noneTitle : PAGE.emptyTitle}
            icon={<Inbox size={18} aria-hidden />}
          >
            {narrowed ? PAGE.none : PAGE.empty}
          </EmptyState>
        }
      />
      <Drawer param="delivery" title={PAGE.drawer} width={720}>
        {open ? (
          <Suspense key={open} fallback={<TableSkeleton rows={8} columns={2} />}>
            <DeliveryDetail merchant={merchant} id={open} />
          </Suspense>
        ) : null}
      </Drawer>
    </>
  );
}

/** What does not parse counts as not given. */
function queryOf(address: Params) {
  const state = DELIVERY_STATES.find((each) => each === address["state"]);
  const connection = textOf(address, "connection");
  const purchase = textOf(address, "purchase");
  const cursor = textOf(address, "cursor");
  return {
    ...(state ? { state } : {}),
    ...(connection !== null && isId(connection) ? { connection } : {}),
    ...(purchase !== null && isId(purchase) ? { purchase } : {}),
    ...(cursor === null ? {} : { cursor }),
  };
}

function filtersOf(connections: readonly { id: string; name: string }[]): Filter[] {
  return [
    {
      param: "state",
      label: FILTERS.state,
      options: DELIVERY_STATES.map((value) => ({ value, label: DELIVERY_WORDS[value] })),
    },
    {
      param: "connection",
      label: FILTERS.connection,
      options: connections.map(({ id, name }) => ({ value: id, label: name })),
    },
    { param: "purchase", label: FILTERS.purchase, seldom: true },
  ];
}

function toRow(each: DeliveryJson, names: ReadonlyMap<string, string>): DeliveryRow {
  const { id, topic, subject, state, attempts, outcome, error, nextAttemptAt, receivedAt } = each;
  return {
    ...{ id, topic, subject, state, attempts },
    shop: names.get(each.connection) ?? "–",
    outcome: state === "done" ? outcome : (error ?? outcome),
    nextAttemptAt: nextAttemptAt === null ? null : new Date(nextAttemptAt),
    receivedAt: new Date(receivedAt),
  };
}
