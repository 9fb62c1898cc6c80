"use client";

import { createContext, type ReactNode, use, useMemo, useSyncExternalStore } from "react";

type Display = {
  /** IANA zone in which instants are written, and by which name. */
  readonly timeZone: string;
  /** Decimal places of credits in lists; the exact figure is in the tip. */
  readonly creditPlaces: number;
  /** The server's present, as milliseconds, so that the first paint agrees with it. */
  readonly renderedAt: number | null;
};

const DisplayContext = createContext<Display>({ timeZone: "UTC", creditPlaces: 6, renderedAt: null });

type DisplayProviderProps = { timeZone: string; creditPlaces?: number; now: Date; children: ReactNode };

/** How figures and instants are written below it: the merchant's zone and precision, and the present. */
export function DisplayProvider({ timeZone, creditPlaces = 6, now, children }: DisplayProviderProps) {
  const renderedAt = now.getTime();
  const value = useMemo(() => ({ timeZone, creditPlaces, renderedAt }), [timeZone, creditPlaces, renderedAt]);
  return <DisplayContext value={value}>{children}</DisplayContext>;
}

export function useDisplay(): Display {
  return use(DisplayContext);
}

const TICK = 30_000;

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(onTick, TICK);
  return () => clearInterval(timer);
}

const currentTick = () => Math.floor(Date.now() / TICK) * TICK;

/** The present, moving every half minute; null on the server where no provider tells it. */
export function useNow(): Date | null {
  const { renderedAt } = useDisplay();
  const now = useSyncExternalStore<number | null>(subscribe, currentTick, () => renderedAt);
  return useMemo(() => (now === null ? null : new Date(now)), [now]);
}
