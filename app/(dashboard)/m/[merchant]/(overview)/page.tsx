import "./_components/overview.css";
import type { Metadata } from "next";
import { LinkButton, PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { getOverview } from "@/lib/checks";
import { env } from "@/lib/kernel/env";
import { localDay } from "@/lib/kernel/time";
import { firstRequest } from "../_components/first-request";
import { NeedsList } from "./_components/needs-list";
import { OverviewCards } from "./_components/overview-cards";
import { OverviewChart } from "./_components/overview-chart";
import { RunningOut } from "./_components/running-out";
import { SetupPath } from "./_components/setup-path";
import { WORDS } from "./_components/words";

export const metadata: Metadata = { title: WORDS.title };

/** Is it running, what is it costing, whose balance is about to end, and what needs somebody. */
export default async function OverviewPage({ params }: PageProps<"/m/[merchant]">) {
  const { merchant } = await params;
  const ctx = await requireMember(merchant);
  const overview = await getOverview(ctx);
  const today = localDay(ctx.merchant.timeZone, ctx.now);
  const ran = overview.running.lastRequestAt !== null;
  const path = overview.setup.every(({ done }) => done) ? null : (
    <SetupPath merchant={merchant} steps={overview.setup} waiting={!ran} code={firstRequest(env().url)} />
  );
  return (
    <>
      <PageHeader
        title={WORDS.title}
        actions={
          <LinkButton variant="default" href={`/m/${merchant}/troubleshooting`}>
            {WORDS.troubleshooting}
          </LinkButton>
        }
      />
      {ran ? null : path}
      {ran || overview.needs.length > 0 ? <NeedsList merchant={merchant} needs={overview.needs} /> : null}
      <div className="tg-overview-block">
        <OverviewCards merchant={merchant} overview={overview} today={today} />
      </div>
      {ran ? (
        <div className="tg-overview-block tg-overview-columns">
          <OverviewChart merchant={merchant} overview={overview} today={today} />
          <RunningOut merchant={merchant} customers={overview.runningOut} />
        </div>
      ) : null}
      {ran ? path : null}
    </>
  );
}
