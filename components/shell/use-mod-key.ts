"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** What the command key is called on this keyboard: ⌘ on a Mac, Ctrl elsewhere. */
export function useModKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(
    never,
    () => (/mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}
