"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { isTaken } from "@/components/ui/hotkeys";
import { route } from "@/components/ui/route";
import { availableItems, type NavSection } from "./shell-model";

const PATIENCE = 1_200;

/** `g` and then a place's letter goes there. */
export function useGoKeys(sections: readonly NavSection[]): void {
  const router = useRouter();
  const armedAt = useRef(Number.NEGATIVE_INFINITY);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event)) return;
    if (event.key === "g") {
      armedAt.current = event.timeStamp;
      return;
    }
    const armed = event.timeStamp - armedAt.current < PATIENCE;
    armedAt.current = Number.NEGATIVE_INFINITY;
    const target = armed ? availableItems(sections).find(({ key }) => key === event.key) : undefined;
    if (!target) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    router.push(route(target.href));
  });

  useEffect(() => {
    // Before the keys of the page, whose letters may be the same.
    document.addEventListener("keydown", onKey, { capture: true });
    return () => document.removeEventListener("keydown", onKey, { capture: true });
  }, []);
}
