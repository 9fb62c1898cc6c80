/** @jsxImportSource hono/jsx */
import type { PagePackage } from "@/lib/portal";
import { moneyText } from "./money";
import { amountText, Section } from "./parts";
import type { SectionProps } from "./section-props";
import { addressIn, type Visitor } from "./visitor";

/** What the page sells by itself: each a button that leads to where it is paid. */
export function PackagesSection({ visitor, visit, data: { packages } }: SectionProps) {
  const { words } = visitor;
  if (packages.length === 0) return <></>;
  return (
    <Section id="buy" title={words.packages} asked={false}>
      <p class="soft">{words.packagesHint}</p>
      <form method="post" action={addressIn(visitor, "/buy")}>
        <ul class="rows packages">
          {packages.map((each) => (
            <li>
              <span>{each.name}</span>
              <span class="soft">{aboutText(visitor, each)}</span>
              <button
                type="submit"
                name="package"
                value={each.id}
                class="button plain number"
                aria-label={words.buyPackage(each.name)}
                disabled={visit.viewer !== null}
              >
                {each.price === null ? words.buy : moneyText(visitor, each.price)}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Section>
  );
}

function aboutText(visitor: Visitor, { credits, expiresAfterDays, price }: PagePackage): string {
  const { words, format } = visitor;
  return [
    amountText(visitor, credits),
    expiresAfterDays === null ? words.lotForEver : words.lastsDays(format.count(expiresAfterDays)),
    price === null ? words.priceAtStripe : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
