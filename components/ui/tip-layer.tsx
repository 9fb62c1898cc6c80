"use client";

import { useCallback, useEffect, useId, useRef, useState } from "react";

const OPEN_DELAY = 250;
const CLOSE_DELAY = 80;
const GAP = 6;
const MARGIN = 8;

type Tip = { readonly text: string; readonly anchor: DOMRect };

/**
 * One tooltip for the whole page. Anything with `data-tip="…"` shows it on hover and on keyboard focus, unless it
 * only repeats what can be read there; Escape closes it, and the pointer may rest on it. A table of a thousand
 * figures costs as much as one.
 */
export function TipLayer() {
  const id = useId();
  const { tip, hold, release } = useTip(id);
  const place = useCallback((box: HTMLDivElement | null) => placeTip(box, tip?.anchor), [tip]);
  if (!tip) return null;
  return (
    <div ref={place} id={id} role="tooltip" className="tg-tip" onPointerEnter={hold} onPointerLeave={release}>
      {tip.text}
    </div>
  );
}

/** Above its anchor, or below where there is no room; never beyond the edge of the window. */
function placeTip(box: HTMLDivElement | null, anchor: DOMRect | undefined): void {
  if (!box || !anchor) return;
  const { width, height } = box.getBoundingClientRect();
  const above = anchor.top - height - GAP;
  const centre = anchor.left + anchor.width / 2 - width / 2;
  const right = document.documentElement.clientWidth - width - MARGIN;
  box.style.top = `${above < MARGIN ? anchor.bottom + GAP : above}px`;
  box.style.left = `${Math.max(MARGIN, Math.min(centre, right))}px`;
}

function useTip(id: string) {
  const [tip, setTip] = useState<Tip | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const described = useRef<Element | null>(null);

  const later = useCallback((run: () => void, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, delay);
  }, []);
  const hide = useCallback(() => {
    described.current?.removeAttribute("aria-describedby");
    described.current = null;
    setTip(null);
  }, []);
  const hold = useCallback(() => clearTimeout(timer.current), []);
  const release = useCallback(() => later(hide, CLOSE_DELAY), [later, hide]);

  useEffect(() => {
    const show = (event: Event, delay: number) => {
      const holder = event.target instanceof Element ? event.target.closest("[data-tip]") : null;
      const text = holder?.getAttribute("data-tip");
      if (!(holder instanceof HTMLElement) || !text || holder.innerText.trim() === text) return;
      later(() => {
        if (!holder.isConnected) return;
        if (holder.matches("button, a, input, [tabindex]")) {
          holder.setAttribute("aria-describedby", id);
          described.current = holder;
        }
        setTip({ text, anchor: holder.getBoundingClientRect() });
      }, delay);
    };
    const over = (event: PointerEvent) => event.pointerType === "mouse" && show(event, OPEN_DELAY);
    const focus = (event: FocusEvent) =>
      event.target instanceof Element && event.target.matches(":focus-visible") && show(event, 0);
    const out = (event: Event) =>
      event.target instanceof Element && event.target.closest("[data-tip]") && release();
    const key = (event: KeyboardEvent) => event.key === "Escape" && later(hide, 0);
    const listeners = new AbortController();
    const options = { signal: listeners.signal, passive: true };
    document.addEventListener("pointerover", over, options);
    document.addEventListener("pointerout", out, options);
    document.addEventListener("focusin", focus, options);
    document.addEventListener("focusout", out, options);
    document.addEventListener("keydown", key, options);
    document.addEventListener("scroll", () => later(hide, 0), { ...options, capture: true });
    return () => {
      listeners.abort();
      clearTimeout(timer.current);
    };
  }, [id, later, hide, release]);

  return { tip, hold, release };
}
