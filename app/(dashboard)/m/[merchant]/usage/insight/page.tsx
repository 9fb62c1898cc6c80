import "./_components/insight.css";
import type { Metadata } from "next";
import { SwitchLinks } from "@/components/data-table";
import { PageHeader, Section } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { RANGES } from "@/lib/logs/schemas";
import { DearestTable } from "./_components/dearest-table";
import { InsightCards } from "./_components/insight-cards";
import { InsightDays } from "./_components/insight-days";
import { InsightHours } from "./_components/insight-hours";
import { InsightParts } from "./_components/insight-parts";
import { readInsightQuery, USUAL_RANGE } from "./_components/insight-query";
import { readInsight } from "./_components/read-insight";
import { DEAREST, PAGE } from "./_components/words";

export const metadata: Metadata = { title: PAGE.title };

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
        title={PAGE.title}
        description={PAGE.description}
        actions={
          <SwitchLinks
            label={PAGE.range}
            param="range"
            fallback={USUAL_RANGE}
            options={RANGES.map((range) => ({ value: range, label: PAGE.days(parseInt(range, 10)) }))}
          />
        }
      />
      {view.complete ? null : <p className="tg-insight-notice">{PAGE.incomplete}</p>}
      <InsightCards {...shared} />
      <InsightDays {...shared} />
      <div className="tg-insight-pair">
        <InsightParts {...shared} />
        <InsightHours merchant={merchant} view={view} weekStart={ctx.merchant.weekStart} now={ctx.now} />
      </div>
      <Section title={DEAREST.title} description={DEAREST.description}>
        <DearestTable merchant={merchant} range={query.range} rows={view.dearest} />
      </Section>
    </div>
  );
}
