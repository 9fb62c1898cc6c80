import { FiltersSkeleton, LineSkeleton, PageHeader, TableSkeleton } from "@/components/ui";
import { PAGE } from "./_components/words";

export default function LogsLoading() {
  return (
    <div data-wide>
      <PageHeader title={PAGE.title} />
      <LineSkeleton />
      <FiltersSkeleton />
      <TableSkeleton rows={12} columns={7} />
    </div>
  );
}
