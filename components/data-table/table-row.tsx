"use client";

import type { MouseEvent, ReactNode } from "react";
import { StateLink } from "@/components/ui/state-link";
import { SelectCell } from "./selection-bar";
import type { ColumnMeta } from "./table-kit";
import type { Selection } from "./use-selection";

type RowCell = { readonly id: string; readonly meta: ColumnMeta | undefined; readonly content: ReactNode };
type TableRowProps = {
  id: string;
  href: string | null;
  open: boolean;
  selection: Selection | null;
  cells: readonly RowCell[];
};

/** A row. When it leads somewhere its first cell is the link, and a click anywhere in the row follows it. */
export function TableRow({ id: rowId, href, open, selection, cells }: TableRowProps) {
  return (
    <tr
      data-link={href === null ? undefined : true}
      data-open={open || undefined}
      data-selected={selection?.isSelected(rowId) || undefined}
      onClick={followRow}
    >
      {selection ? <SelectCell id={rowId} selection={selection} /> : null}
      {cells.map(({ id, meta, content }, index) => (
        <td key={id} data-align={meta?.align} data-hide={meta?.hideBelow}>
          {index === 0 && href !== null ? (
            <StateLink href={href} className="tg-row-link" data-row-link aria-current={open || undefined}>
              {content}
            </StateLink>
          ) : (
            content
          )}
        </td>
      ))}
    </tr>
  );
}

const OWN_BUSINESS = "a, button, input, label, summary, .tg-select";

/** Leaves alone what has its own use of a click, and text being selected. Modifiers pass on to the link. */
function followRow(event: MouseEvent<HTMLTableRowElement>): void {
  if (event.defaultPrevented || !(event.target instanceof Element)) return;
  if (event.target.closest(OWN_BUSINESS) || document.getSelection()?.isCollapsed === false) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  event.currentTarget
    .querySelector("[data-row-link]")
    ?.dispatchEvent(
      new globalThis.MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
    );
}
