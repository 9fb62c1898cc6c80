import type { Settings } from "@/lib/merchants/schemas";
import { LIST_CURRENCY } from "@/lib/pricing/core";
import { WorthButton } from "./worth-button";
import { WORDS } from "./words";

type MarginNoteProps = {
  merchant: string;
  settings: Pick<Settings, "currency" | "creditValue" | "dollarRate">;
  /** The day the list of prices was made. */
  pricesOf: string;
  /** Whether there is any rule to compare. */
  any: boolean;
  /** Whether the member may say what a credit is worth. */
  maySet: boolean;
};

/** Where list prices come from, and what margins are worked out with. */
export function MarginNote({ merchant, settings, pricesOf, any, maySet }: MarginNoteProps) {
  if (!any) return null;
  const { currency, creditValue, dollarRate } = settings;
  const known = creditValue !== null && (currency === LIST_CURRENCY || dollarRate !== null);
  return (
    <div className="tg-price-note">
      <p>
        {WORDS.marginHelp.source(pricesOf)}{" "}
        {creditValue === null ? null : WORDS.marginHelp.worth(`${creditValue} ${currency}`)}{" "}
        {currency === LIST_CURRENCY || dollarRate === null
          ? null
          : WORDS.marginHelp.rate(`${dollarRate} ${currency}`)}{" "}
        {known ? null : WORDS.marginHelp.value}
      </p>
      {maySet ? <WorthButton merchant={merchant} settings={settings} known={known} /> : null}
      <p>{WORDS.notice}</p>
    </div>
  );
}
