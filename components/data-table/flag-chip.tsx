"use client";

import { Plus, X } from "lucide-react";
import { StateLink } from "@/components/ui/state-link";
import { useUrlState } from "@/components/ui/navigation";
import type { Filter } from "./filter-bar";

/** A filter that is on or off. Off it is a quiet "+ Failed", on a chip; "false" in the address says the opposite. */
export function FlagChip({ filter, value }: { filter: Filter; value: string | null }) {
  const { hrefWith } = useUrlState();
  if (value === null) {
    return (
      <StateLink href={hrefWith({ [filter.param]: "true" })} className="tg-chip tg-chip-flag" data-filter>
        <Plus size={12} aria-hidden />
        {filter.label}
      </StateLink>
    );
  }
  return (
    <span className="tg-chip" data-set>
      <span className="tg-chip-main">
        {value === "false" ? `Not ${filter.label.toLowerCase()}` : filter.label}
      </span>
      <StateLink
        href={hrefWith({ [filter.param]: null })}
        className="tg-chip-remove"
        aria-label={`Remove filter ${filter.label}`}
        data-filter
      >
        <X size={12} aria-hidden />
      </StateLink>
    </span>
  );
}
