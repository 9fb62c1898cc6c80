import { Plus, Store } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { Drawer, EmptyState, LinkButton, PageHeader, TableSkeleton } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { type ConnectionJson, listConnections } from "@/lib/commerce";
import { placeOf, textOf } from "../_components/address";
import { ConnectionDetail } from "./_components/connection-detail";
import { type ConnectionRow, ConnectionsTable } from "./_components/connections-table";
import { healthOf } from "./_components/health-of";
import { NewAccount } from "./_components/new-account";
import { NewShop } from "./_components/new-shop";
import { PAGE } from "./_components/words";

export const metadata: Metadata = { title: PAGE.title };

const PAGE_SIZE = 50;
/** What the address calls a connection that is being made. */
const NEW_SHOP = "new-shop";
const NEW_ACCOUNT = "new-account";

/** Shops and Stripe accounts with their health, and one of them, or a new one, in a drawer. */
export default async function ConnectionsPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/billing/commerce/connections">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const cursor = textOf(address, "cursor");
  const page = await listConnections(ctx, { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) });
  const open = textOf(address, "connection");
  const mayEdit = ctx.permissions.has("connections:write");
  const actions = mayEdit ? <Connect merchant={merchant} /> : null;
  return (
    <>
      <PageHeader title={PAGE.title} description={PAGE.about} actions={actions} />
      <Answer success={textOf(address, "success")} />
      <ConnectionsTable
        rows={page.data.map(toRow)}
        nextCursor={page.nextCursor}
        empty={
          <EmptyState title={PAGE.emptyTitle} icon={<Store size={18} aria-hidden />}>
            {PAGE.empty}
          </EmptyState>
        }
      />
      <Drawer param="connection" title={titleOf(open)} width={680}>
        {open ? <Opened key={open} merchant={merchant} open={open} mayEdit={mayEdit} /> : null}
      </Drawer>
    </>
  );
}

function Connect({ merchant }: { merchant: string }) {
  return (
    <>
      <LinkButton
        variant="default"
        href={placeOf(merchant, "connections", { connection: NEW_ACCOUNT })}
        leftSection={<Plus size={14} aria-hidden />}
      >
        {PAGE.account}
      </LinkButton>
      <LinkButton
        href={placeOf(merchant, "connections", { connection: NEW_SHOP })}
        leftSection={<Plus size={14} aria-hidden />}
      >
        {PAGE.shop}
      </LinkButton>
    </>
  );
}

/** What a shop said that was asked to let us in: it sends the browser back with `success`. */
function Answer({ success }: { success: string | null }) {
  if (success !== "1" && success !== "0") return null;
  return (
    <p className="tg-shop-notice" data-tone={success === "1" ? "credit" : "refused"} role="status">
      {success === "1" ? PAGE.admitted : PAGE.refused}
    </p>
  );
}

function titleOf(open: string | null): string {
  if (open === NEW_SHOP) return PAGE.shop;
  return open === NEW_ACCOUNT ? PAGE.account : PAGE.drawer;
}

function Opened({ merchant, open, mayEdit }: { merchant: string; open: string; mayEdit: boolean }) {
  if (open === NEW_SHOP && mayEdit) return <NewShop merchant={merchant} />;
  if (open === NEW_ACCOUNT && mayEdit) return <NewAccount merchant={merchant} />;
  return (
    <Suspense fallback={<TableSkeleton rows={8} columns={2} />}>
      <ConnectionDetail merchant={merchant} id={open} />
    </Suspense>
  );
}

function toRow(connection: ConnectionJson): ConnectionRow {
  const { id, name, kind, health } = connection;
  const { lastDeliveryAt, backlog, givenUp, refused, reconciledUntil } = health;
  return {
    ...{ id, name, kind, backlog, givenUp, refused },
    health: healthOf(connection),
    reason: health.lastProblem ?? health.lastRefusal,
    lastDeliveryAt: lastDeliveryAt === null ? null : new Date(lastDeliveryAt),
    reconciledUntil: reconciledUntil === null ? null : new Date(reconciledUntil),
  };
}
