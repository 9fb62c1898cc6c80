import "./_components/insight.css";
import type { Metadata } from "next";
import { SwitchLinks } from "@/components/data-table";
import { PageHeader, Section } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { RANGES } from "@/lib/logs/schemas";
import { DearestTable } from "./_components/dearest-table";
import { InsightCards } from "./_components/insight-cards";
import { InsightDays, InsightParts } from "./_components/insight-charts";
import { InsightHours } from "./_components/insight-hours";
import { readInsightQuery, USUAL_RANGE } from "./_components/insight-query";
import { readInsight } from "./_components/read-insight";

export const metadata: Metadata = { title: "Insight" };

/** What runs, who uses it and what it costs, without opening a log; every mark leads to the logs behind it. */
export default async function InsightPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/insight">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const query = readInsightQuery(address);
  const view = await readInsight(ctx, query);
  const shared = { merchant, view, query };

  return (
    <div className="tg-insight">
      <PageHeader
        title="Insight"
        description="What runs, who uses it and what it costs, against the days before. Every mark leads to its logs."
        actions={
          <SwitchLinks
            label="Range"
            param="range"
            fallback={USUAL_RANGE}
            options={RANGES.map((range) => ({ value: range, label: `${parseInt(range, 10)} days` }))}
          />
        }
      />
      {view.complete ? null : <p className="tg-insight-notice">{INCOMPLETE}</p>}
      <InsightCards {...shared} />
      <InsightDays {...shared} />
      <div className="tg-insight-pair">
        <InsightParts {...shared} />
        <InsightHours merchant={merchant} view={view} weekStart={ctx.merchant.weekStart} now={ctx.now} />
      </div>
      <Section title="Most expensive requests" description="The dearest of the range. Each opens its log.">
        <DearestTable merchant={merchant} range={query.range} rows={view.dearest} />
      </Section>
    </div>
  );
}

const INCOMPLETE =
  "So much happened that hours, customers and the most expensive requests are still being counted for some of these days. The other figures are complete.";
