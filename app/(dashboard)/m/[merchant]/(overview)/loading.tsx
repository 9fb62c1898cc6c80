import "@/components/charts/charts.css";
import { ChartSkeleton, LineSkeleton, PageHeader, StatsSkeleton } from "@/components/ui";
import { WORDS } from "./_components/words";

export default function OverviewLoading() {
  return (
    <>
      <PageHeader title={WORDS.title} />
      <LineSkeleton />
      <StatsSkeleton count={5} />
      <ChartSkeleton />
    </>
  );
}
