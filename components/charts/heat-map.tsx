import { Fragment, type ReactNode } from "react";
import { StateLink } from "@/components/ui/state-link";
import { ChartFrame } from "./chart-frame";
import { type ChartUnit, formatFigure } from "./chart-model";

type HeatCell = {
  readonly value: bigint;
  /** Where one of its hours is listed; null when there is none in the range. */
  readonly href: string | null;
};

export type HeatRow = { readonly label: string; readonly cells: readonly HeatCell[] };

type HeatMapProps = {
  /** The question it answers: "When requests come". */
  title: string;
  tip: string;
  rows: readonly HeatRow[];
  /** The names of the columns: hours. */
  columns: readonly string[];
  unit: ChartUnit;
  /** What a figure counts, for tips: "requests". */
  noun: string;
  actions?: ReactNode;
  empty: string;
};

const EVERY = 3;

/** Figures over two calendars, week and day: the darker, the more. From zero to the highest, in equal steps. */
export function HeatMap({ title, tip, rows, columns, unit, noun, actions, empty }: HeatMapProps) {
  const most = rows.flatMap(({ cells }) => cells).reduce((max, { value }) => (value > max ? value : max), 0n);
  return (
    <ChartFrame
      title={title}
      tip={tip}
      actions={actions}
      legend={<Scale most={formatFigure(most, unit)} />}
      table={<HeatTable title={title} rows={rows} columns={columns} unit={unit} />}
    >
      {most === 0n ? (
        <p className="tg-bars-empty">{empty}</p>
      ) : (
        <div className="tg-heat">
          {rows.map(({ label, cells }) => (
            <Fragment key={label}>
              <span className="tg-heat-label" aria-hidden="true">
                {label}
              </span>
              {cells.map((cell, index) => (
                <Cell
                  key={columns[index]}
                  cell={cell}
                  most={most}
                  name={`${label}, ${columns[index] ?? ""}: ${formatFigure(cell.value, unit)} ${noun}`}
                />
              ))}
            </Fragment>
          ))}
          <span />
          {columns.map((column, index) => (
            <span key={column} className="tg-heat-label" aria-hidden="true">
              {index % EVERY === 0 ? column.slice(0, 2) : ""}
            </span>
          ))}
        </div>
      )}
    </ChartFrame>
  );
}

type CellProps = { cell: HeatCell; most: bigint; name: string };

function Cell({ cell: { value, href }, most, name }: CellProps) {
  const style: Record<string, string> = { "--tg-heat": `${Number((value * 100n) / most)}%` };
  if (value === 0n || href === null) return <span className="tg-heat-cell" style={style} data-tip={name} />;
  return <StateLink href={href} className="tg-heat-cell" style={style} data-tip={name} aria-label={name} />;
}

function Scale({ most }: { most: string }) {
  return (
    <span className="tg-heat-scale">
      0<span className="tg-heat-ramp" />
      {most}
    </span>
  );
}

type HeatTableProps = Pick<HeatMapProps, "title" | "rows" | "columns" | "unit">;

function HeatTable({ title, rows, columns, unit }: HeatTableProps) {
  return (
    <table className="tg-figures" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">Hour</th>
          {rows.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {columns.map((column, hour) => (
          <tr key={column}>
            <th scope="row">{column}</th>
            {rows.map(({ label, cells }) => (
              <td key={label}>{formatFigure(cells[hour]?.value ?? 0n, unit)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
