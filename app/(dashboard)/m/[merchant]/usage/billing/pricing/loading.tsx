import { FiltersSkeleton, PageHeader, TableSkeleton } from "@/components/ui";
import { WORDS } from "./_components/words";

export default function PricingLoading() {
  return (
    <div data-wide>
      <PageHeader title={WORDS.title} description={WORDS.description} />
      <FiltersSkeleton />
      <TableSkeleton rows={8} columns={8} />
    </div>
  );
}
