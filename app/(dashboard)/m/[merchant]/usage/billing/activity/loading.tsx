import { ChartSkeleton, PageHeader, StatsSkeleton, TableSkeleton } from "@/components/ui";

export default function ActivityLoading() {
  return (
    <>
      <PageHeader title="Activity" />
      <StatsSkeleton count={4} />
      <ChartSkeleton />
      <TableSkeleton rows={8} columns={6} />
    </>
  );
}
