"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { useUrlState } from "@/components/ui/navigation";
import { StateLink } from "@/components/ui/state-link";
import { directionOf, nextSort } from "./sort-order";
import type { ColumnMeta } from "./table-kit";

type HeaderCellProps = { meta: ColumnMeta | undefined; sort: string | null; children: ReactNode };

/** A column's name, its exact meaning on hover, and, where the database can, its order on a click. */
export function HeaderCell({ meta = {}, sort, children }: HeaderCellProps) {
  const { hrefWith } = useUrlState();
  const direction = meta.sort === undefined ? null : directionOf(sort, meta.sort);
  return (
    <th
      scope="col"
      data-align={meta.align}
      data-hide={meta.hideBelow}
      style={{ width: meta.width }}
      aria-sort={direction ?? undefined}
    >
      {meta.sort === undefined ? (
        <span data-tip={meta.tip} className={meta.tip ? "tg-table-explained" : undefined}>
          {children}
        </span>
      ) : (
        <StateLink
          className="tg-table-sort"
          href={hrefWith({ sort: nextSort(sort, meta.sort) })}
          data-tip={meta.tip}
          data-active={direction ?? undefined}
        >
          {children}
          {direction === "ascending" ? (
            <ArrowUp size={12} aria-hidden />
          ) : (
            <ArrowDown size={12} aria-hidden />
          )}
        </StateLink>
      )}
    </th>
  );
}
