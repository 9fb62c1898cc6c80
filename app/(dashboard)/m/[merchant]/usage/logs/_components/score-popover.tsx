"use client";

import { Popover } from "@mantine/core";
import type { ReactNode } from "react";

type ScorePopoverProps = { badge: ReactNode; count: number; children: ReactNode };

/** A badge that opens what is behind it. */
export function ScorePopover({ badge, count, children }: ScorePopoverProps) {
  return (
    <Popover
      position="bottom-start"
      width={460}
      radius="md"
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <button type="button" className="tg-score-button">
          Score {badge}
          {count > 1 ? <span className="tg-quiet">best of {count}</span> : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        aria-label="Vector scores"
        tabIndex={-1}
        className="tg-score-pop"
        // Escape closes the scores, and not the drawer they stand in.
        data-mantine-stop-propagation="true"
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
