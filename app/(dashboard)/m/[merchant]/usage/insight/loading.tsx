import "./_components/insight.css";
import { ChartSkeleton, PageHeader, StatsSkeleton } from "@/components/ui";

export default function InsightLoading() {
  return (
    <div className="tg-insight">
      <PageHeader title="Insight" />
      <StatsSkeleton count={5} />
      <ChartSkeleton />
      <div className="tg-insight-pair">
        <ChartSkeleton />
        <ChartSkeleton />
      </div>
    </div>
  );
}
