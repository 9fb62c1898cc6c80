import "./_components/packages.css";
import { Package as PackageIcon, Plus } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { Drawer, EmptyState, LinkButton, PageHeader, TableSkeleton } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { listConnections, listPackages, priceTypicalRequests } from "@/lib/commerce";
import { formatPlural } from "@/lib/kernel/format";
import { placeOf, textOf } from "../_components/address";
import { NEW_PACKAGE, PackageDetail } from "./_components/package-detail";
import { toPackageRow } from "./_components/package-row";
import { PackagesTable } from "./_components/packages-table";
import { FORM, PAGE } from "./_components/words";

export const metadata: Metadata = { title: PAGE.title };

const PAGE_SIZE = 100;

/** What customers buy, which product or price sells it and what it roughly buys: the list, and one in a drawer. */
export default async function PackagesPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/billing/commerce/packages">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const cursor = textOf(address, "cursor");
  const ctx = await requireMember(merchant);
  const place = cursor === null ? {} : { cursor };
  const [page, prices, connections] = await Promise.all([
    listPackages(ctx, { limit: PAGE_SIZE, ...place }),
    priceTypicalRequests(ctx),
    listConnections(ctx, { limit: 200 }),
  ]);
  const open = textOf(address, "package");
  const create = ctx.permissions.has("settings:write") ? (
    <LinkButton
      href={placeOf(merchant, "packages", { package: NEW_PACKAGE })}
      leftSection={<Plus size={14} aria-hidden />}
    >
      {PAGE.create}
    </LinkButton>
  ) : null;
  const whole = page.nextCursor === null && cursor === null;
  return (
    <>
      <PageHeader title={PAGE.title} description={PAGE.about} actions={create} />
      <PackagesTable
        rows={page.data.map((each) => toPackageRow(each, { connections: connections.data, prices }))}
        nextCursor={page.nextCursor}
        count={whole ? formatPlural(page.data.length, ...PAGE.count) : null}
        empty={
          <EmptyState title={PAGE.emptyTitle} icon={<PackageIcon size={18} aria-hidden />} action={create}>
            {PAGE.empty}
          </EmptyState>
        }
      />
      <p className="tg-package-notice">
        <strong>{PAGE.accounts}</strong> {PAGE.accountsHelp}
      </p>
      <Drawer param="package" title={open === NEW_PACKAGE ? FORM.titleNew : FORM.title} width={640}>
        {open ? (
          <Suspense key={open} fallback={<TableSkeleton rows={6} columns={2} />}>
            <PackageDetail
              merchant={merchant}
              id={open}
              purchase={textOf(address, "purchase")}
              line={textOf(address, "line")}
            />
          </Suspense>
        ) : null}
      </Drawer>
    </>
  );
}
