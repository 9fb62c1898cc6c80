import { FiltersSkeleton, LineSkeleton, PageHeader, TableSkeleton } from "@/components/ui";

export default function LogsLoading() {
  return (
    <div data-wide>
      <PageHeader title="Logs" />
      <LineSkeleton />
      <FiltersSkeleton />
      <TableSkeleton rows={12} columns={7} />
    </div>
  );
}
