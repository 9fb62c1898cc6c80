import { LinkButton } from "@/components/ui";
import { LIST_CURRENCY } from "@/lib/pricing/core";
import { WORDS } from "./words";

type MarginNoteProps = {
  merchant: string;
  settings: { readonly currency: string; readonly creditValue: string | null };
  /** The day the list of prices was made. */
  pricesOf: string;
  /** Whether there is any rule to compare. */
  any: boolean;
};

/** Where list prices come from, and what is missing for the margin. */
export function MarginNote({
  merchant,
  settings: { currency, creditValue },
  pricesOf,
  any,
}: MarginNoteProps) {
  if (!any) return null;
  return (
    <div className="tg-price-note">
      <p>
        {WORDS.marginHelp.source(pricesOf)}{" "}
        {currency === LIST_CURRENCY ? null : WORDS.marginHelp.currency(currency)}
        {currency === LIST_CURRENCY && creditValue === null ? WORDS.marginHelp.value : null}
      </p>
      {currency === LIST_CURRENCY && creditValue === null ? (
        <LinkButton href={`/m/${merchant}/settings/general`} size="compact-sm" variant="default">
          {WORDS.marginHelp.link}
        </LinkButton>
      ) : null}
      <p>{WORDS.notice}</p>
    </div>
  );
}
