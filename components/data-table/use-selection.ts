"use client";

import { useRef, useState } from "react";
import { afterToggle } from "./selection";

/** Which rows of the page are selected. Rows that left the page are selected no more. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);
  const selected = ids.filter((id) => chosen.has(id));
  const all = selected.length > 0 && selected.length === ids.length;

  return {
    selected,
    all,
    some: selected.length > 0 && !all,
    isSelected: (id: string) => chosen.has(id),
    toggle: (id: string, range: boolean) => {
      setChosen(afterToggle({ ids, selected, anchor: range ? anchor.current : null }, id));
      anchor.current = id;
    },
    toggleAll: () => setChosen(new Set(all ? [] : ids)),
    clear: () => setChosen(new Set()),
  };
}

export type Selection = ReturnType<typeof useSelection>;
