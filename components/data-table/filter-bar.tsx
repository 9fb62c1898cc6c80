"use client";

import type { ReactNode } from "react";
import { useRef } from "react";
import { useKey } from "@/components/ui/hotkeys";
import { useUrlState } from "@/components/ui/navigation";
import { StateLink } from "@/components/ui/state-link";
import { FilterChip } from "./filter-chip";

export type FilterOption = { readonly value: string; readonly label: string };

export type Filter = {
  /** The query parameter it sets. */
  readonly param: string;
  /** What it filters by, in sentence case: "Model". */
  readonly label: string;
  /** What can be chosen. Left out: any text can be typed. */
  readonly options?: readonly FilterOption[];
};

type FilterBarProps = {
  filters: readonly Filter[];
  /** A search field or a range switch, on the left. */
  children?: ReactNode;
  /** What can be done with the list, on the right. */
  actions?: ReactNode;
  /** The parameter of the search field, which *Clear* empties too. */
  searchParam?: string;
};

/** Filters as chips that say what they do ("Model is gpt-4o ✕"), kept in the address. `f` goes to the first. */
export function FilterBar({ filters, children, actions, searchParam = "search" }: FilterBarProps) {
  const { params, hrefWith } = useUrlState();
  const bar = useRef<HTMLDivElement>(null);
  useKey("f", () => bar.current?.querySelector<HTMLButtonElement>("[data-filter]")?.focus());

  const names = [searchParam, ...filters.map((filter) => filter.param)];
  const active = names.filter((name) => params.get(name));
  const clear = hrefWith(Object.fromEntries(names.map((name) => [name, null])));

  return (
    <div className="tg-filters" ref={bar}>
      {children}
      {filters.map((filter) => (
        <FilterChip key={filter.param} filter={filter} value={params.get(filter.param)} />
      ))}
      {active.length > 0 ? (
        <StateLink href={clear} className="tg-filters-clear">
          Clear
        </StateLink>
      ) : null}
      {actions ? <div className="tg-filters-actions">{actions}</div> : null}
    </div>
  );
}
