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
};

/** A daily chart's figures, newest day first. */
export function DailyTable({ title, points, series, unit, today }: DailyTableProps) {
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
        </tr>
      </thead>
      <tbody>
        {points.toReversed().map((point) => (
          <tr key={point.day}>
            <th scope="row">
              {formatDay(point.day, "full")}
              {point.day === today ? <span className="tg-quiet"> so far</span> : null}
            </th>
            {series.map(({ key }) => (
              <td key={key}>{formatFigure(valueOf(point, key), unit)}</td>
            ))}
            {several ? <td>{formatFigure(totalOf(point, series), unit)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
