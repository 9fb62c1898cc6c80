"use client";

import { useUrlState } from "@/components/ui/navigation";
import { StateLink } from "@/components/ui/state-link";
import type { FilterOption } from "./filter-bar";

type SwitchLinksProps = {
  /** What is being chosen, for screen readers: "Range". */
  label: string;
  param: string;
  options: readonly FilterOption[];
  /** The value that holds when the address names none. */
  fallback: string;
};

/** A few exclusive choices side by side ("7 days · 30 days · 90 days"), kept in the address. */
export function SwitchLinks({ label, param, options, fallback }: SwitchLinksProps) {
  const { params, hrefWith } = useUrlState();
  const current = params.get(param) ?? fallback;
  return (
    <nav className="tg-switch" aria-label={label}>
      {options.map(({ value, label: name }) => (
        <StateLink
          key={value}
          href={hrefWith({ [param]: value === fallback ? null : value })}
          aria-current={value === current ? "true" : undefined}
        >
          {name}
        </StateLink>
      ))}
    </nav>
  );
}
