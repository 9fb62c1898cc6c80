"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { formatCount } from "@/lib/kernel/format";
import type { Selection } from "./use-selection";

/** How many rows are selected and what can be done with them; nothing while none is. */
export function SelectionBar({ selection, children }: { selection: Selection; children: ReactNode }) {
  const count = selection.selected.length;
  if (count === 0) return null;
  return (
    <div className="tg-selection" role="region" aria-label="Selected rows">
      <span className="tg-num" role="status">
        {formatCount(count)} selected
      </span>
      {children}
      <button type="button" className="tg-selection-clear" onClick={selection.clear}>
        <X size={13} aria-hidden />
        Select none
      </button>
    </div>
  );
}

/** Selects the rows of this page, or none. */
export function SelectAllCell({ selection }: { selection: Selection }) {
  const { all, some, toggleAll } = selection;
  return (
    <th scope="col" className="tg-select">
      <input
        type="checkbox"
        aria-label="Select this page"
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = some;
        }}
        onChange={toggleAll}
      />
    </th>
  );
}

/** Selects one row; with Shift, all from the one switched before. */
export function SelectCell({ id, selection }: { id: string; selection: Selection }) {
  return (
    <td className="tg-select">
      <input
        type="checkbox"
        data-row-box
        aria-label="Select this row"
        checked={selection.isSelected(id)}
        onChange={({ nativeEvent }) => selection.toggle(id, isShift(nativeEvent))}
      />
    </td>
  );
}

/** A change of a checkbox is a click underneath, which knows the keys that were held. */
function isShift(event: Event): boolean {
  return "shiftKey" in event && event.shiftKey === true;
}
