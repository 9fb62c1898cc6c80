import type { ReactNode } from "react";
import { StateLink } from "@/components/ui/state-link";
import { formatCredits, formatShare } from "@/lib/kernel/format";
import { ChartFrame } from "./chart-frame";
import { changeOf, pointsOf } from "./change";
import { type ChartUnit, formatFigure } from "./chart-model";

type BarListRow = {
  readonly key: string;
  readonly label: string;
  readonly value: bigint;
  /** The same of the period before. Left out where nobody knows it. */
  readonly before?: bigint;
  /** What the figure is made of, where its share of all says nothing: "3 of 120". */
  readonly part?: string;
  /** Where the parts of this figure are listed. */
  readonly href: string;
};

/** Credits in a bar; the exact figure is in its tip and in the table. */
const SHOWN_PLACES = 2;

type BarListProps = {
  /** The question it answers: "Credits by model". */
  title: string;
  tip: string;
  /** What the rows are: "Model". */
  noun: string;
  rows: readonly BarListRow[];
  /** The figure of everything, rows that are not shown among it. */
  total: bigint;
  unit: ChartUnit;
  /** What `part` of the rows says, for the table: "Failed". */
  partNoun?: string;
  actions?: ReactNode;
  empty: string;
};

/** Who has how much of a figure, the most first: a bar, the exact figure, its share, and how it changed. */
export function BarList({ actions, empty, tip, ...figures }: BarListProps) {
  const { title, rows, total, unit } = figures;
  const most = rows.reduce((max, { value }) => (value > max ? value : max), 0n);
  return (
    <ChartFrame title={title} tip={tip} actions={actions} table={<FigureTable {...figures} />}>
      {most === 0n ? (
        <p className="tg-bars-empty">{empty}</p>
      ) : (
        <ul className="tg-bars">
          {rows
            .filter(({ value }) => value > 0n)
            .map((row) => (
              <li key={row.key}>
                <StateLink
                  href={row.href}
                  className="tg-bar"
                  data-part={row.part === undefined ? undefined : true}
                  style={lengthOf(row.value, most)}
                >
                  <span className="tg-bar-name" dir="auto">
                    {row.label}
                  </span>
                  <span className="tg-bar-figure" data-tip={formatFigure(row.value, unit)}>
                    {unit === "credits"
                      ? formatCredits(row.value, { places: SHOWN_PLACES })
                      : formatFigure(row.value, unit)}
                  </span>
                  <span className="tg-bar-share">{row.part ?? formatShare(row.value, total)}</span>
                  <Change value={row.value} before={row.before} unit={unit} />
                </StateLink>
              </li>
            ))}
        </ul>
      )}
    </ChartFrame>
  );
}

/** A bar's length for the stylesheet. */
function lengthOf(value: bigint, most: bigint): Record<string, string> {
  return { "--tg-part": `${Number((value * 1_000n) / most) / 10}%` };
}

type ChangeProps = { value: bigint; before: bigint | undefined; unit: ChartUnit };

function Change({ value, before, unit }: ChangeProps) {
  const compare = unit === "share" ? pointsOf : changeOf;
  const change = before === undefined ? null : compare(value, before);
  return (
    <span className="tg-bar-change" data-tip={change ? `${change.label} than the period before` : undefined}>
      {change?.short ?? ""}
    </span>
  );
}

type FigureTableProps = Omit<BarListProps, "tip" | "actions" | "empty">;

function FigureTable({ title, noun, rows, total, unit, partNoun = "Share" }: FigureTableProps) {
  return (
    <table className="tg-figures" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{noun}</th>
          <th scope="col">Now</th>
          <th scope="col">{partNoun}</th>
          <th scope="col">Before</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <StateLink href={row.href}>{row.label}</StateLink>
            </th>
            <td>{formatFigure(row.value, unit)}</td>
            <td>{row.part ?? formatShare(row.value, total)}</td>
            <td>{row.before === undefined ? "" : formatFigure(row.before, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
