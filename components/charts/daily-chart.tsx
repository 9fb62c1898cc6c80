"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { type ChartSeries, type ChartUnit, type DayPoint, toneColour, totalOf } from "./chart-model";
import { DailyTable } from "./daily-table";

export type DailyChartProps = {
  /** The question it answers: "Credits used per day". */
  title: string;
  tip?: string;
  figure?: ReactNode;
  actions?: ReactNode;
  /** Every day of the range in order, also the empty ones. */
  points: readonly DayPoint[];
  /** Stacked from the bottom in this order. */
  series: readonly ChartSeries[];
  unit: ChartUnit;
  /** Today in the merchant's zone: drawn as incomplete. */
  today?: string;
  /** The totals of the days before, day for day, as a dashed line. */
  previous?: readonly bigint[];
  /** Where a click on a day leads, "{day}" standing for it: "/m/acme/usage/logs?from={day}&to={day}". */
  drill?: string;
  height?: number;
  /** What stands there when no day has a figure. */
  empty?: ReactNode;
};

// The chart library is the heaviest script of the product: pages come first, the drawing follows.
const DailyPlot = dynamic(() => import("./daily-plot"), {
  ssr: false,
  loading: () => <div className="tg-plot-wait" />,
});

/** Exact figures per day as stacked bars: axis from zero, today incomplete, a click leads to the day's list. */
export function DailyChart({ title, tip, figure, actions, empty, height = 240, ...plot }: DailyChartProps) {
  const { points, series } = plot;
  const blank = points.every((point) => totalOf(point, series) === 0n);
  return (
    <ChartFrame
      title={title}
      tip={tip ?? ""}
      figure={figure}
      actions={actions}
      legend={<Legend series={series} previous={plot.previous !== undefined} />}
      table={
        <DailyTable
          points={points}
          series={series}
          unit={plot.unit}
          today={plot.today ?? null}
          previous={plot.previous ?? null}
          title={title}
        />
      }
    >
      <div className="tg-plot" style={{ height }}>
        {blank ? (
          <div className="tg-plot-empty">{empty ?? "Nothing in these days."}</div>
        ) : (
          <DailyPlot {...plot} />
        )}
      </div>
    </ChartFrame>
  );
}

function Legend({ series, previous }: { series: readonly ChartSeries[]; previous: boolean }) {
  if (series.length < 2 && !previous) return null;
  return (
    <ul className="tg-legend">
      {series.map(({ key, label, tone }) => (
        <li key={key}>
          <span
            className={tone === "held" ? "tg-swatch tg-hatch" : "tg-swatch"}
            style={{ background: tone === "held" ? undefined : toneColour(tone) }}
          />
          {label}
        </li>
      ))}
      {previous ? (
        <li>
          <span className="tg-swatch-line" />
          Previous period
        </li>
      ) : null}
    </ul>
  );
}
