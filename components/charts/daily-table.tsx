import { formatDay } from "@/lib/kernel/format-time";
import {
  type ChartSeries,
  type ChartUnit,
  type DayPoint,
  formatFigure,
  totalOf,
  valueOf,
} from "./chart-model";

type DailyTableProps = {
  title: string;
  points: readonly DayPoint[];
  series: readonly ChartSeries[];
  unit: ChartUnit;
  today: string | null;
  /** The totals of the days before, day for day. */
  previous: readonly bigint[] | null;
};

/** A daily chart's figures, newest day first. */
export function DailyTable({ title, points, series, unit, today, previous }: DailyTableProps) {
  const several = series.length > 1;
  return (
    <table className="tg-figures" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">Day</th>
          {series.map(({ key, label }) => (
            <th key={key} scope="col">
              {label}
            </th>
          ))}
          {several ? <th scope="col">Total</th> : null}
          {previous ? <th scope="col">Previous period</th> : null}
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map((point, place) => (
          <tr key={point.day}>
            <th scope="row">
              {formatDay(point.day, "full")}
              {point.day === today ? <span className="tg-quiet"> so far</span> : null}
            </th>
            {series.map(({ key }) => (
              <td key={key}>{formatFigure(valueOf(point, key), unit)}</td>
            ))}
            {several ? <td>{formatFigure(totalOf(point, series), unit)}</td> : null}
            {previous ? <td>{formatFigure(previous[points.length - 1 - place] ?? 0n, unit)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
