"use client";

import { useCallback } from "react";

/**
 * Marks a frame with `data-overflow` while its table is wider than it. Only then does the frame scroll: a frame
 * that scrolls would keep the header from sticking to the page.
 */
export function useOverflowMark() {
  return useCallback((frame: HTMLDivElement | null) => {
    const table = frame?.firstElementChild;
    if (!frame || !table) return undefined;
    const observer = new ResizeObserver(() => {
      frame.toggleAttribute("data-overflow", table.getBoundingClientRect().width > frame.clientWidth + 1);
    });
    observer.observe(frame);
    observer.observe(table);
    return () => observer.disconnect();
  }, []);
}
