"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import { columnsOf, DataTable } from "@/components/data-table";
import { Instant } from "@/components/ui";
import { RuleMenu } from "./rule-menu";
import type { RuleRow } from "./rule-row";
import { RuleSwitch } from "./rule-switch";
import { WORDS } from "./words";

const { table: words } = WORDS;

type Acting = { readonly merchant: string; readonly mayWrite: boolean };

/** What cells may do, for whom: columns stand still at module scope. */
const ActingContext = createContext<Acting>({ merchant: "", mayWrite: false });

const column = columnsOf<RuleRow>();

const withoutMargin = column.columns([
  column.accessor("usage", { header: words.usage, meta: { width: 216 } }),
  column.accessor("model", {
    header: words.model,
    cell: ({ row: { original: rule } }) => (
      <span data-tip={`${rule.model}, ${rule.provider}`}>
        {rule.model === WORDS.anyModel ? <span className="tg-quiet">{rule.model}</span> : rule.model}{" "}
        <span className="tg-quiet">{rule.provider === WORDS.anyProvider ? "" : rule.provider}</span>
      </span>
    ),
  }),
  column.accessor("rate", {
    header: words.rate,
    cell: ({ row: { original: rule } }) => (
      <span className="tg-num" data-tip={rule.method}>
        {rule.rate}
      </span>
    ),
    meta: { width: 150, align: "right", tip: words.rateTip },
  }),
  column.accessor("rounding", { header: words.rounding, meta: { width: 150, hideBelow: "xl" } }),
  column.accessor("list", {
    header: words.list,
    cell: ({ row: { original: rule } }) => (
      <span className="tg-num tg-quiet" data-tip={rule.tiered ? words.tiered : undefined}>
        {rule.list}
        {rule.tiered ? "+" : ""}
      </span>
    ),
    meta: { width: 160, align: "right", hideBelow: "md", tip: words.listTip },
  }),
]);

const margin = column.columns([
  column.accessor("margin", {
    header: words.margin,
    cell: ({ getValue }) => <Margin margin={getValue()} />,
    meta: { width: 84, align: "right", hideBelow: "sm", tip: words.marginTip },
  }),
]);

const last = column.columns([
  column.accessor("editedAt", {
    header: words.edited,
    cell: ({ getValue }) => <Instant at={getValue()} />,
    meta: { width: 120, hideBelow: "lg" },
  }),
  column.accessor("editedBy", {
    header: words.editedBy,
    cell: ({ row: { original: rule } }) => (
      <span className="tg-quiet" data-tip={rule.reason ?? undefined}>
        {rule.editedBy}
      </span>
    ),
    meta: { width: 120, hideBelow: "xl" },
  }),
  column.accessor("enabled", {
    header: words.on,
    cell: ({ row }) => <SwitchCell rule={row.original} />,
    meta: { width: 64 },
  }),
  column.accessor("id", {
    header: words.actions,
    cell: ({ row }) => <MenuCell rule={row.original} />,
    meta: { width: 80, hideBelow: "sm" },
  }),
]);

const columns = [...withoutMargin, ...last];
const allColumns = [...withoutMargin, ...margin, ...last];

function Margin({ margin: earned }: { margin: RuleRow["margin"] }) {
  if (!earned) return null;
  return (
    <span
      className="tg-num tg-price-margin"
      data-tone={earned.loss ? "refused" : "neutral"}
      data-tip={earned.tip}
    >
      {earned.share}
    </span>
  );
}

function SwitchCell({ rule }: { rule: RuleRow }) {
  const { merchant, mayWrite } = use(ActingContext);
  return <RuleSwitch merchant={merchant} mayWrite={mayWrite} rule={rule} />;
}

function MenuCell({ rule }: { rule: RuleRow }) {
  const { merchant, mayWrite } = use(ActingContext);
  return mayWrite ? <RuleMenu merchant={merchant} rule={rule} /> : null;
}

type RulesTableProps = Acting & {
  rows: RuleRow[];
  nextCursor: string | null;
  /** Margins are known for some rule. */
  withMargin: boolean;
  empty: ReactNode;
};

/** The rules, newest first; a row opens its form. */
export function RulesTable({ merchant, mayWrite, rows, nextCursor, withMargin, empty }: RulesTableProps) {
  const acting = useMemo(() => ({ merchant, mayWrite }), [merchant, mayWrite]);
  return (
    <ActingContext value={acting}>
      <DataTable
        columns={withMargin ? allColumns : columns}
        rows={rows}
        label={words.label}
        rowId={(rule) => rule.id}
        rowParam="rule"
        nextCursor={nextCursor}
        count={nextCursor === null ? words.count(rows.length) : undefined}
        empty={empty}
      />
    </ActingContext>
  );
}
