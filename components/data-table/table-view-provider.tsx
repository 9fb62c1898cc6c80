"use client";

import { createContext, type ReactNode, use, useMemo, useState } from "react";
import {
  type ColumnChoice,
  isShown,
  switchColumn,
  type TableView,
  USUAL_VIEW,
  viewCookie,
  writeTableView,
} from "./table-view";

type TableViewState = {
  readonly view: TableView;
  readonly choices: readonly ColumnChoice[];
  readonly change: (view: TableView) => void;
};

const TableViewContext = createContext<TableViewState>({
  view: USUAL_VIEW,
  choices: [],
  change: () => undefined,
});

type TableViewProviderProps = {
  /** Names the cookie: one for each table of the product. */
  table: string;
  choices: readonly ColumnChoice[];
  /** What the cookie held when the server read it. */
  initial: TableView;
  children: ReactNode;
};

/** Lets the person choose columns and density of the table below it, and remembers the choice in this browser. */
export function TableViewProvider({ table, choices, initial, children }: TableViewProviderProps) {
  const [view, setView] = useState(initial);
  const value = useMemo(() => {
    const change = (next: TableView) => {
      setView(next);
      keep(table, next);
    };
    return { view, choices, change };
  }, [table, choices, view]);
  return <TableViewContext value={value}>{children}</TableViewContext>;
}

const YEAR_OF_SECONDS = 365 * 86_400;

function keep(table: string, view: TableView): void {
  document.cookie = `${viewCookie(table)}=${writeTableView(view)}; path=/; max-age=${YEAR_OF_SECONDS}; samesite=lax`;
}

/** The view of the table at hand and what can be done with it. */
export function useTableView() {
  const { view, choices, change } = use(TableViewContext);
  const hidden = new Set(choices.filter((choice) => !isShown(view, choice)).map(({ id }) => id));
  return {
    density: view.density,
    choices,
    /** Whether the person chose columns: then they show also where there is little room. */
    chosen: view.columns !== null,
    isHidden: (id: string) => hidden.has(id),
    toggle: (id: string) => change(switchColumn(view, choices, id)),
    setDensity: (density: TableView["density"]) => change({ ...view, density }),
    reset: () => change(USUAL_VIEW),
  };
}
