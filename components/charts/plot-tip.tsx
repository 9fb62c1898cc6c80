import { formatShare } from "@/lib/kernel/format";
import { formatDay } from "@/lib/kernel/format-time";
import {
  type ChartSeries,
  type ChartUnit,
  type DayPoint,
  formatFigure,
  toneColour,
  totalOf,
  valueOf,
} from "./chart-model";

type PlotTipProps = {
  point: DayPoint | undefined;
  before: bigint | undefined;
  series: readonly ChartSeries[];
  unit: ChartUnit;
  today: string | undefined;
  drill: boolean;
};

/** The exact figures of the day under the pointer, and each one's share. */
export function PlotTip({ point, before, series, unit, today, drill }: PlotTipProps) {
  if (!point) return null;
  const total = totalOf(point, series);
  const several = series.length > 1;
  return (
    <div className="tg-plot-tip">
      <div className="tg-plot-tip-day">
        {formatDay(point.day, "full")}
        {point.day === today ? <span className="tg-quiet"> so far</span> : null}
      </div>
      <table>
        <tbody>
          {series.toReversed().map(({ key, label, tone }) => (
            <tr key={key}>
              <th scope="row">
                <span className="tg-swatch" style={{ background: toneColour(tone) }} />
                {label}
              </th>
              <td>{formatFigure(valueOf(point, key), unit)}</td>
              {several ? <td className="tg-quiet">{formatShare(valueOf(point, key), total)}</td> : null}
            </tr>
          ))}
          {several ? <TipRow label="Total" value={formatFigure(total, unit)} /> : null}
          {before === undefined ? null : (
            <TipRow label="Previous period" value={formatFigure(before, unit)} />
          )}
        </tbody>
      </table>
      {drill ? <div className="tg-quiet">Click to see them</div> : null}
    </div>
  );
}

function TipRow({ label, value }: { label: string; value: string }) {
  return (
    <tr className="tg-plot-tip-sum">
      <th scope="row">{label}</th>
      <td>{value}</td>
      <td />
    </tr>
  );
}
