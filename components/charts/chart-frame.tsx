"use client";

import { Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { InfoTip } from "@/components/ui/info-tip";
import { useNavigation } from "@/components/ui/navigation";
import "./charts.css";

type ChartFrameProps = {
  /** The question it answers: "Credits used per day". */
  title: string;
  /** The exact meaning of the figures. */
  tip?: string;
  /** The answer in one figure, beside the title. */
  figure?: ReactNode;
  legend?: ReactNode;
  actions?: ReactNode;
  /** The same figures as a table. */
  table: ReactNode;
  children: ReactNode;
};

/** What every chart has: a title that asks, direct labels, and its figures as a table one click away. */
export function ChartFrame({ title, tip, figure, legend, actions, table, children }: ChartFrameProps) {
  const [asTable, setAsTable] = useState(false);
  const { pending } = useNavigation();
  return (
    <section className="tg-surface tg-chart" aria-label={title} data-pending={pending || undefined}>
      <div className="tg-chart-head">
        <div className="tg-chart-title">
          <h2>{title}</h2>
          {tip ? <InfoTip label={title} text={tip} /> : null}
          {figure ? <span className="tg-chart-figure">{figure}</span> : null}
        </div>
        {legend}
        {actions}
      </div>
      <div className="tg-chart-body">
        {asTable ? (
          <div className="tg-chart-table" tabIndex={0} role="group" aria-label={`${title}, as a table`}>
            {table}
          </div>
        ) : (
          children
        )}
      </div>
      <button
        type="button"
        className="tg-chart-toggle"
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
      >
        <Table2 size={13} aria-hidden />
        View as table
      </button>
    </section>
  );
}
