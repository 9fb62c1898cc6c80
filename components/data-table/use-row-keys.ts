"use client";

import type { RefObject } from "react";
import { useKey } from "@/components/ui/hotkeys";

/** `j` and `k` move through the rows that lead somewhere; Enter follows, `x` selects the row that has the focus. */
export function useRowKeys(body: RefObject<HTMLTableSectionElement | null>): void {
  const move = (step: 1 | -1) => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>("[data-row-link]") ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = links[at === -1 ? 0 : at + step];
    next?.focus({ preventScroll: true });
    next?.closest("tr")?.scrollIntoView({ block: "nearest" });
  };
  useKey("j", () => move(1));
  useKey("k", () => move(-1));
  useKey("x", () => {
    const row = body.current?.querySelector("tr:focus-within");
    row?.querySelector<HTMLInputElement>("[data-row-box]")?.click();
  });
}
