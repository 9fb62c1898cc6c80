"use client";

import "@mantine/charts/styles.layer.css";
import { BarChart } from "@mantine/charts";
import { type BarShapeProps, Line, Rectangle } from "recharts";
import { useNavigation } from "@/components/ui/navigation";
import { formatDay } from "@/lib/kernel/format-time";
import {
  type ChartSeries,
  type ChartUnit,
  type DayPoint,
  formatTick,
  toLength,
  toneColour,
  valueOf,
} from "./chart-model";
import { PlotTip } from "./plot-tip";

type DailyPlotProps = {
  points: readonly DayPoint[];
  series: readonly ChartSeries[];
  unit: ChartUnit;
  today?: string;
  previous?: readonly bigint[];
  drill?: string;
};

const PREVIOUS = "previous";

/** A dashed line with a halo, readable on bars and between them. */
const PREVIOUS_STROKES = [
  { stroke: "var(--tg-surface)", strokeWidth: 3.5, strokeOpacity: 0.75 },
  { stroke: "var(--tg-ink)", strokeWidth: 1.5, strokeDasharray: "4 3" },
];

const MAX_TICKS = 8;

/** Days to name below the axis: evenly apart, counted from the last one. */
function tickDays(points: readonly DayPoint[]): string[] {
  const every = Math.ceil(points.length / MAX_TICKS);
  return points.filter((_, index) => (points.length - 1 - index) % every === 0).map(({ day }) => day);
}

/** The drawing of a daily chart; loaded apart, after the page. */
export default function DailyPlot(plot: DailyPlotProps) {
  const { points, series, unit, today, previous, drill } = plot;
  const { navigate } = useNavigation();
  const dayAt = (index: unknown) => points[Number(index)]?.day;

  return (
    <BarChart
      className={drill ? "tg-plot-drill" : ""}
      h="100%"
      data={lengthsOf(plot)}
      dataKey="day"
      type="stacked"
      series={series.map(({ key, label, tone }) => ({ name: key, label, color: toneColour(tone) }))}
      gridAxis="x"
      strokeDasharray="0"
      tickLine="none"
      maxBarWidth={28}
      barChartProps={{
        barCategoryGap: "22%",
        margin: { top: 8, right: 0, bottom: 0, left: 0 },
        onClick: ({ activeTooltipIndex }) => {
          const day = dayAt(activeTooltipIndex);
          if (drill && day) navigate(drill.replaceAll("{day}", day), { scroll: true });
        },
      }}
      barProps={({ name }) => ({
        shape: (props: BarShapeProps) => (
          <DayBar
            {...props}
            incomplete={dayAt(props.index) === today}
            rounded={name === topOf(points[props.index], series)}
          />
        ),
      })}
      xAxisProps={{
        ticks: tickDays(points),
        tickFormatter: (day: string) => formatDay(day),
        interval: "preserveEnd",
        minTickGap: 12,
        height: 28,
      }}
      yAxisProps={{
        tickFormatter: (length: number) => formatTick(length, unit),
        width: "auto",
        tickCount: 4,
        domain: [0, "auto"],
      }}
      tooltipProps={{ content: ({ label }) => tipOf(plot, label) }}
    >
      {previous ? PREVIOUS_STROKES.map((stroke) => <PreviousLine key={stroke.stroke} {...stroke} />) : null}
    </BarChart>
  );
}

/** The uppermost series that has a figure on a day. */
function topOf(point: DayPoint | undefined, series: readonly ChartSeries[]): string | undefined {
  return point && series.findLast(({ key }) => valueOf(point, key) !== 0n)?.key;
}

function lengthsOf({ points, series, unit, previous }: DailyPlotProps) {
  return points.map((point, index) => ({
    day: point.day,
    ...Object.fromEntries(series.map(({ key }) => [key, toLength(valueOf(point, key), unit)])),
    ...(previous ? { [PREVIOUS]: toLength(previous[index] ?? 0n, unit) } : {}),
  }));
}

function tipOf({ points, series, unit, today, previous, drill }: DailyPlotProps, day: unknown) {
  const index = points.findIndex((point) => point.day === day);
  return (
    <PlotTip
      point={points[index]}
      before={previous?.[index]}
      series={series}
      unit={unit}
      today={today}
      drill={drill !== undefined}
    />
  );
}

type Stroke = { stroke: string; strokeWidth: number; strokeOpacity?: number; strokeDasharray?: string };

function PreviousLine(stroke: Stroke) {
  return (
    <Line
      dataKey={PREVIOUS}
      type="linear"
      dot={false}
      activeDot={false}
      isAnimationActive={false}
      {...stroke}
    />
  );
}

type DayBarProps = BarShapeProps & { incomplete: boolean; rounded: boolean };

/** One bar of a day; the topmost is rounded, and a day that is not over is drawn lighter, with a dashed edge. */
function DayBar({ x, y, width, height, fill, incomplete, rounded }: DayBarProps) {
  const edge = incomplete ? { fillOpacity: 0.35, stroke: fill, strokeWidth: 1, strokeDasharray: "3 2" } : {};
  return (
    <Rectangle
      x={x}
      y={y}
      width={width}
      height={height}
      fill={fill}
      radius={rounded ? [3, 3, 0, 0] : 0}
      isAnimationActive={false}
      {...edge}
    />
  );
}
