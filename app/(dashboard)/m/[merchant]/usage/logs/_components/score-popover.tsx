"use client";

import { Popover } from "@mantine/core";
import type { ReactNode } from "react";
import { SCORES } from "./words";

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
        <button type="button" className="tg-small-button">
          {SCORES.score} {badge}
          {count > 1 ? <span className="tg-quiet">{SCORES.bestOf(count)}</span> : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={SCORES.label}
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
