"use client";

import type { ReactNode } from "react";
import { useRef, useState } from "react";
import { useKey } from "@/components/ui/hotkeys";
import { useUrlState } from "@/components/ui/navigation";
import { StateLink } from "@/components/ui/state-link";
import { FilterChip } from "./filter-chip";
import { FlagChip } from "./flag-chip";
import { MoreFilters } from "./more-filters";

export type FilterOption = { readonly value: string; readonly label: string };

export type Filter = {
  /** The query parameter it sets. */
  readonly param: string;
  /** What it filters by, in sentence case: "Model". */
  readonly label: string;
  /** What can be chosen. Left out: any text can be typed. */
  readonly options?: readonly FilterOption[];
  /** Yes or no: set to "true" by one click, and the chip shows the label alone. */
  readonly flag?: boolean;
  /** Stands under *More* while it is not set. */
  readonly seldom?: boolean;
};

type FilterBarProps = {
  filters: readonly Filter[];
  /** A search field or a range switch, on the left. */
  children?: ReactNode;
  /** What can be done with the list, on the right. */
  actions?: ReactNode;
  /** Parameters besides those of the filters that *Clear* empties too. */
  alsoClears?: readonly string[];
};

const SEARCH = ["search"];

/** Filters as chips that say what they do ("Model is gpt-4o ✕"), kept in the address. `f` goes to the first. */
export function FilterBar({ filters, children, actions, alsoClears = SEARCH }: FilterBarProps) {
  const { params, hrefWith } = useUrlState();
  const [opened, setOpened] = useState<string | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  useKey("f", () => bar.current?.querySelector<HTMLButtonElement>("[data-filter]")?.focus());

  const names = [...alsoClears, ...filters.map((filter) => filter.param)];
  const active = names.filter((name) => params.get(name));
  const clear = hrefWith(Object.fromEntries(names.map((name) => [name, null])));
  const isOut = ({ param, seldom = false }: Filter) => !seldom || params.has(param) || param === opened;

  return (
    <div className="tg-filters" ref={bar}>
      {children}
      {filters
        .filter(isOut)
        .map((filter) =>
          filter.flag ? (
            <FlagChip key={filter.param} filter={filter} value={params.get(filter.param)} />
          ) : (
            <FilterChip
              key={filter.param}
              filter={filter}
              value={params.get(filter.param)}
              opened={filter.param === opened}
              onClose={() => setOpened(null)}
            />
          ),
        )}
      <MoreFilters filters={filters.filter((filter) => !isOut(filter))} onOpen={setOpened} />
      {active.length > 0 ? (
        <StateLink href={clear} className="tg-filters-clear">
          Clear
        </StateLink>
      ) : null}
      {actions ? <div className="tg-filters-actions">{actions}</div> : null}
    </div>
  );
}
