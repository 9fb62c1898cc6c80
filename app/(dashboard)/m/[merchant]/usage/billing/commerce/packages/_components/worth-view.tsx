"use client";

import { type UnitPrice, worthOf } from "@/lib/commerce/core";
import { type Micros } from "@/lib/kernel/micros";
import { basisLine, worthLine } from "./worth-words";
import { WORTH } from "./words";

/** What so many credits roughly buy, with what each figure supposes. Null credits: nothing readable was typed. */
export function WorthView({ credits, prices }: { credits: Micros | null; prices: readonly UnitPrice[] }) {
  return (
    <section className="tg-package-worth" aria-label={WORTH.title} aria-live="polite">
      <h3>{WORTH.title}</h3>
      {prices.length === 0 ? <p className="tg-quiet">{WORTH.none}</p> : null}
      {credits === null || prices.length === 0 ? null : (
        <ul>
          {worthOf(credits, prices).map((worth) => (
            <li key={`${worth.operation} ${worth.per}`}>
              <span className="tg-num">{worthLine(worth)}</span>
              <span className="tg-quiet">{basisLine(worth)}</span>
            </li>
          ))}
        </ul>
      )}
      {prices.length === 0 ? null : <p className="tg-quiet">{WORTH.help}</p>}
    </section>
  );
}
