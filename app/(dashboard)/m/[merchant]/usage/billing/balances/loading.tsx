import { ChartSkeleton, FiltersSkeleton, PageHeader, TableSkeleton } from "@/components/ui";
import { WORDS } from "./_components/words";

export default function BalancesLoading() {
  return (
    <div data-wide>
      <PageHeader title={WORDS.title} />
      <ChartSkeleton height={160} />
      <FiltersSkeleton />
      <TableSkeleton rows={10} columns={6} />
    </div>
  );
}
