import { Button } from "@mantine/core";
import type { Metadata } from "next";
import { DayRange, FilterBar, SearchField } from "@/components/data-table";
import { PageHeader } from "@/components/ui";
import { listAudit, listAuditEntities } from "@/lib/audit";
import { type MemberCtx, requireMember } from "@/lib/auth";
import { localDay } from "@/lib/kernel/time";
import { listApiKeys, listMembers } from "@/lib/merchants";
import { AuditDrawer } from "./_components/audit-drawer";
import { readAuditQuery, textOf } from "./_components/audit-query";
import { AuditTable } from "./_components/audit-table";
import { entityWords, TITLE, WORDS } from "./_components/words";

export const metadata: Metadata = { title: TITLE };

const MOST_ACTORS = 200;
const ALSO_CLEARS = ["search", "from", "to"];

/** Who changed what: the trail, filtered, and one entry of it in a drawer. */
export default async function AuditPage({ params, searchParams }: PageProps<"/m/[merchant]/settings/audit">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const query = readAuditQuery(address, ctx.merchant.timeZone);
  const cursor = textOf(address, "cursor");
  const [page, entities, actors] = await Promise.all([
    listAudit(ctx, cursor === null ? query : { ...query, cursor }),
    listAuditEntities(ctx),
    readActors(ctx),
  ]);
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  return (
    <>
      <PageHeader
        title={TITLE}
        description={WORDS.description}
        actions={
          <Button
            component="a"
            variant="default"
            href={`/m/${merchant}/settings/audit/export?${asked}`}
            download
          >
            {WORDS.export}
          </Button>
        }
      />
      <FilterBar
        alsoClears={ALSO_CLEARS}
        filters={[
          { param: "actor", label: WORDS.who, options: actors },
          {
            param: "entity",
            label: WORDS.kind,
            options: entities.map((value) => ({ value, label: entityWords(value) })),
          },
        ]}
      >
        <SearchField label={WORDS.search} />
        <DayRange today={localDay(ctx.merchant.timeZone, ctx.now)} />
      </FilterBar>
      <AuditTable events={page.data} nextCursor={page.nextCursor} filtered={asked.size > 0} />
      <AuditDrawer event={page.data.find(({ id }) => id === textOf(address, "event")) ?? null} />
    </>
  );
}

/** Members and keys of today; others who acted are found by their name. */
async function readActors(ctx: MemberCtx): Promise<{ value: string; label: string }[]> {
  const [members, keys] = await Promise.all([
    listMembers(ctx, { limit: MOST_ACTORS }),
    listApiKeys(ctx, { limit: MOST_ACTORS }),
  ]);
  return [
    ...members.data.map(({ id, name, email }) => ({ value: id, label: name ?? email })),
    ...keys.data.map(({ id, name }) => ({ value: id, label: `${name} (key)` })),
  ];
}
