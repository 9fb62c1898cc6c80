"use client";

import { useEffect, useEffectEvent } from "react";

const TYPING = "input, textarea, select, [contenteditable], [role=textbox]";

/** Whether a key belongs to what the person is typing, to an open dialog, or to a browser's shortcut. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (event.target instanceof Element && event.target.closest(TYPING)) return true;
  return document.querySelector("[role=dialog][aria-modal=true], [role=menu]") !== null;
}

/** Runs while the page is on screen whenever a plain key is struck that nobody else claims. */
export function useKey(key: string, run: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || isTaken(event)) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

/** The same while a drawer is open: keys of what it shows. A dialog or menu above it takes them. */
export function useDrawerKey(key: string, run: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest(`${TYPING}, [role=menu]`)) return;
    if (document.querySelectorAll("[role=dialog][aria-modal=true]").length !== 1) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
