import "./_components/limits.css";
import { Gauge, Plus } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { Drawer, EmptyState, LinkButton, PageHeader, TableSkeleton } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { formatPlural } from "@/lib/kernel/format";
import { listQuotasInUse } from "@/lib/quotas";
import type { ListQuotasInput } from "@/lib/quotas/schemas";
import { LimitFilters } from "./_components/limit-filters";
import { readLimitsQuery } from "./_components/limits-query";
import { NEW_QUOTA, QuotaDetail } from "./_components/quota-drawer";
import { toQuotaRow } from "./_components/quota-row";
import { QuotasTable } from "./_components/quotas-table";
import { readNames } from "./_components/read-names";
import { FORM, PAGE } from "./_components/words";

export const metadata: Metadata = { title: PAGE.title };

const PAGE_SIZE = 100;

/** Who may use how much for free, how often that starts anew, and how much of it is used: the list, and one in a drawer. */
export default async function LimitsPage({ params, searchParams }: PageProps<"/m/[merchant]/limits">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const query = readLimitsQuery(address);
  const [page, names] = await Promise.all([
    listQuotasInUse(ctx, { ...query, limit: PAGE_SIZE }),
    readNames(ctx),
  ]);
  const { timeZone, weekStart } = ctx.merchant;
  const mayEdit = ctx.permissions.has("quotas:write");
  const { module = null } = query;
  const filtered = module !== null || query.audience !== undefined;
  const create = `/m/${merchant}/limits?${addressOfNew(module)}`;
  return (
    <>
      <PageHeader
        title={PAGE.title}
        description={PAGE.about}
        actions={<Actions {...{ merchant, mayEdit, create }} />}
      />
      {filtered || page.data.length > 0 ? <LimitFilters names={names} /> : null}
      <QuotasTable
        rows={page.data.map((each) => toQuotaRow(each, { ...names, timeZone, weekStart }))}
        nextCursor={page.nextCursor}
        count={isWhole(page, query) ? formatPlural(page.data.length, ...PAGE.count) : null}
        empty={<Empty filtered={filtered} create={mayEdit ? create : null} />}
      />
      <QuotaDrawer merchant={merchant} quota={address["quota"]} module={module} />
    </>
  );
}

/** A new limit begins in the module that the list is about. */
function addressOfNew(module: string | null): URLSearchParams {
  return new URLSearchParams({ ...(module === null ? {} : { module }), quota: NEW_QUOTA });
}

function isWhole({ nextCursor }: { nextCursor: string | null }, { cursor }: ListQuotasInput): boolean {
  return nextCursor === null && cursor === undefined;
}

function Empty({ filtered, create }: { filtered: boolean; create: string | null }) {
  return (
    <EmptyState
      title={filtered ? PAGE.noneTitle : PAGE.emptyTitle}
      icon={<Gauge size={18} aria-hidden />}
      action={create === null ? null : <LinkButton href={create}>{PAGE.create}</LinkButton>}
    >
      {filtered ? PAGE.none : PAGE.empty}
    </EmptyState>
  );
}

type QuotaDrawerProps = { merchant: string; quota: string | string[] | undefined; module: string | null };

function QuotaDrawer({ merchant, quota, module }: QuotaDrawerProps) {
  const open = typeof quota === "string" && quota !== "" ? quota : null;
  return (
    <Drawer param="quota" title={open === NEW_QUOTA ? FORM.titleNew : FORM.title} width={760}>
      {open ? (
        <Suspense key={open} fallback={<TableSkeleton rows={6} columns={2} />}>
          <QuotaDetail merchant={merchant} id={open} module={module} />
        </Suspense>
      ) : null}
    </Drawer>
  );
}

type ActionsProps = { merchant: string; mayEdit: boolean; create: string };

function Actions({ merchant, mayEdit, create }: ActionsProps) {
  return (
    <>
      <LinkButton variant="default" href={`/m/${merchant}/limits/explain`}>
        {PAGE.explain}
      </LinkButton>
      {mayEdit ? (
        <LinkButton href={create} leftSection={<Plus size={14} aria-hidden />}>
          {PAGE.create}
        </LinkButton>
      ) : null}
    </>
  );
}
