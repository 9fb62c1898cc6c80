import "./_components/insight.css";
import { ChartSkeleton, PageHeader, StatsSkeleton } from "@/components/ui";
import { PAGE } from "./_components/words";

export default function InsightLoading() {
  return (
    <div className="tg-insight">
      <PageHeader title={PAGE.title} />
      <StatsSkeleton count={6} />
      <ChartSkeleton />
      <div className="tg-insight-pair">
        <ChartSkeleton />
        <ChartSkeleton />
      </div>
    </div>
  );
}
