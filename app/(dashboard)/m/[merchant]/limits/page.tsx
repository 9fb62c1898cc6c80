import "./_components/limits.css";
import { Gauge, Plus } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { Drawer, EmptyState, LinkButton, PageHeader, TableSkeleton } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { formatPlural } from "@/lib/kernel/format";
import { listQuotasInUse } from "@/lib/quotas";
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
  const { cursor, ...filters } = readLimitsQuery(address);
  const { quota } = address;
  const [page, names] = await Promise.all([
    listQuotasInUse(ctx, { ...filters, limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) }),
    readNames(ctx),
  ]);
  const { timeZone, weekStart } = ctx.merchant;
  const mayEdit = ctx.permissions.has("quotas:write");
  const open = typeof quota === "string" && quota !== "" ? quota : null;
  const { module = null } = filters;
  const filtered = Object.keys(filters).length > 0;
  const place = new URLSearchParams({ ...(module === null ? {} : { module }), quota: NEW_QUOTA });
  const create = `/m/${merchant}/limits?${place}`;
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
        count={page.nextCursor === null && !cursor ? formatPlural(page.data.length, ...PAGE.count) : null}
        empty={
          <EmptyState
            title={filtered ? PAGE.noneTitle : PAGE.emptyTitle}
            icon={<Gauge size={18} aria-hidden />}
            action={mayEdit ? <LinkButton href={create}>{PAGE.create}</LinkButton> : null}
          >
            {filtered ? PAGE.none : PAGE.empty}
          </EmptyState>
        }
      />
      <Drawer param="quota" title={open === NEW_QUOTA ? FORM.titleNew : FORM.title} width={760}>
        {open ? (
          <Suspense key={open} fallback={<TableSkeleton rows={6} columns={2} />}>
            <QuotaDetail merchant={merchant} id={open} module={module} />
          </Suspense>
        ) : null}
      </Drawer>
    </>
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
