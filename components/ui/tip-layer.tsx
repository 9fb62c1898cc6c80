"use client";

import { useCallback, useEffect, useId, useRef, useState } from "react";

const OPEN_DELAY = 250;
const CLOSE_DELAY = 80;
const GAP = 6;
const MARGIN = 8;

type Tip = { readonly text: string; readonly anchor: DOMRect };

/**
 * One tooltip for the whole page. Anything with `data-tip="…"` shows it on hover, keyboard focus or a tap, unless it
 * only repeats what can be read there; text that an ellipsis cuts shows the whole of itself. Escape closes it, and
 * the pointer may rest on it. A table of a thousand figures costs as much as one.
 */
export function TipLayer() {
  const id = useId();
  const { tip, hold, release } = useTip(id);
  const place = useCallback((box: HTMLDivElement | null) => placeTip(box, tip?.anchor), [tip]);
  if (!tip) return null;
  return (
    // Read as the description of its anchor, not as a part of the page: it stands in no landmark.
    <div
      ref={place}
      id={id}
      role="tooltip"
      aria-hidden="true"
      className="tg-tip"
      onPointerEnter={hold}
      onPointerLeave={release}
    >
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
  const put = useCallback(
    (holder: HTMLElement | null) => {
      described.current?.removeAttribute("aria-describedby");
      described.current = holder;
      holder?.setAttribute("aria-describedby", id);
      setTip(holder?.isConnected ? { text: tipOf(holder), anchor: holder.getBoundingClientRect() } : null);
    },
    [id],
  );
  const hold = useCallback(() => clearTimeout(timer.current), []);
  const release = useCallback(() => later(() => put(null), CLOSE_DELAY), [later, put]);

  useEffect(() => {
    const hide = () => later(() => put(null), 0);
    const forget = onTipEvents({
      show: (holder, delay) => later(() => put(holder), delay),
      release,
      hide,
    });
    return () => {
      forget();
      clearTimeout(timer.current);
    };
  }, [later, put, release]);

  return { tip, hold, release };
}

type TipEvents = {
  show: (holder: HTMLElement, delay: number) => void;
  release: () => void;
  hide: () => void;
};

/** Listens to the whole page: hover with a mouse, focus from the keyboard, a tap where a tap does nothing else. */
function onTipEvents({ show, release, hide }: TipEvents): () => void {
  const listeners = new AbortController();
  const options = { signal: listeners.signal, passive: true };
  const showAt = (target: EventTarget | null, delay: number) => {
    const holder = holderOf(target);
    if (holder) show(holder, delay);
  };
  const leave = ({ target }: Event) => {
    if (holderOf(target)) release();
  };
  const isMouse = (event: PointerEvent) => event.pointerType === "mouse";
  const tap = ({ target }: Event) => (isIdle(target) && holderOf(target) ? showAt(target, 0) : hide());

  document.addEventListener(
    "pointerover",
    (event) => isMouse(event) && showAt(event.target, OPEN_DELAY),
    options,
  );
  document.addEventListener("pointerout", (event) => isMouse(event) && leave(event), options);
  document.addEventListener("pointerup", (event) => !isMouse(event) && tap(event), options);
  document.addEventListener("focusin", ({ target }) => isFocusVisible(target) && showAt(target, 0), options);
  document.addEventListener("focusout", leave, options);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide(), options);
  document.addEventListener("scroll", hide, { ...options, capture: true });
  return () => listeners.abort();
}

const HOLDERS = "[data-tip], .tg-cut, .tg-table td";

/** The element whose tip belongs to a place on the page, if it has one to show. */
function holderOf(target: EventTarget | null): HTMLElement | null {
  const holder = target instanceof Element ? target.closest(HOLDERS) : null;
  return holder instanceof HTMLElement && tipOf(holder) !== "" ? holder : null;
}

/** What `data-tip` says, unless it can be read there anyway; of a text that is cut, the whole of it. */
function tipOf(holder: HTMLElement): string {
  const shown = holder.innerText.trim();
  const isCut = holder.scrollWidth > holder.clientWidth;
  const given = holder.dataset["tip"] ?? "";
  if (given && given !== shown) return given;
  return isCut ? shown : "";
}

function isFocusVisible(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(":focus-visible");
}

/** Whether a tap here leads nowhere: not on a link, nor in a row that opens. */
function isIdle(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a, tr[data-link]") === null;
}
