/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { env } from "@/lib/kernel/env";
import type { PagePlace, Portal } from "@/lib/portal";
import type { Format, InstantStyle } from "./format";
import type { Visitor } from "./visitor";
import type { Words } from "./words";

type TimeProps = { at: Date; format: Format; style?: InstantStyle };

/** An instant in the visitor's zone; where only the merchant's is known, the page's script writes it again. */
export function Time({ at, format, style = "instant" }: TimeProps) {
  return (
    <time datetime={at.toISOString()} data-style={style}>
      {format.instant(at, style)}
    </time>
  );
}

/** An amount with its unit: "1,204.5 credits". */
export function amountText({ words, format }: Pick<Visitor, "words" | "format">, amount: bigint): string {
  return words.credits(format.credits(amount), format.plural(amount) === "one");
}

/** Where something counts, in the merchant's names: "Chatbot · Support · Main shop". */
export function placeText(place: PagePlace, words: Words): string {
  const parts = [place.moduleName, place.botName, place.storeName].filter((part) => part !== null);
  return parts.length === 0 ? words.everywhere : parts.join(" · ");
}

type SectionProps = { id: string; title: string; asked: boolean; side?: Child; children?: Child };

/** A card with its heading; the one that a link asked for is marked. */
export function Section({ id, title, asked, side, children }: SectionProps) {
  return (
    <section id={id} class={asked ? "card asked" : "card"} aria-labelledby={`${id}-title`}>
      <div class="head">
        <h2 id={`${id}-title`}>{title}</h2>
        {side ?? null}
      </div>
      {children}
    </section>
  );
}

/** The button that leads to where credits are sold; a site that the merchant has not named is told beside it. */
export function BuyButton({ visitor, url }: { visitor: Visitor; url: string }) {
  const { words, options, portal } = visitor;
  const { hostname } = new URL(url);
  return (
    <span class="buy">
      <a class="button" href={url} target="_top" rel="noopener noreferrer">
        {options.buycreditslabel ?? words.buy}
      </a>
      {isKnownSite(portal, url) ? null : <small>{words.leadsTo(hostname)}</small>}
    </span>
  );
}

/** Anybody can put an address into a link to the page; the merchant's own sites are known by their settings. */
function isKnownSite({ merchant, settings }: Portal, url: string): boolean {
  const { origin } = new URL(url);
  const own = [env().url, merchant.buyCreditsUrl, merchant.dashboardUrl, settings.buycreditsurl];
  const known = own.flatMap((each) => (each === null ? [] : [new URL(each).origin]));
  return known.includes(origin) || settings.origins.includes(origin);
}
