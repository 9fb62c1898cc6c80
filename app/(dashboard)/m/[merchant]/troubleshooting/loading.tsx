import { FiltersSkeleton, PageHeader, TableSkeleton } from "@/components/ui";
import { WORDS } from "./_components/words";

export default function TroubleshootingLoading() {
  return (
    <>
      <PageHeader title={WORDS.title} description={WORDS.about} />
      <FiltersSkeleton />
      <TableSkeleton rows={8} columns={2} />
    </>
  );
}
