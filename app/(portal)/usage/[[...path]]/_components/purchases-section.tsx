/** @jsxImportSource hono/jsx */
import type { PagePurchase, Visit } from "@/lib/portal";
import { Frame } from "./frame";
import { moneyText } from "./money";
import { Section, Time } from "./parts";
import { type SectionProps, sectionOf } from "./section-props";
import { addressIn, type Visitor } from "./visitor";

/** The newest purchases, and the way to all of them. */
export function PurchasesSection({ visitor, data }: SectionProps) {
  const { words, options } = visitor;
  if (!options.purchasehistory) return <></>;
  return (
    <Section
      id="purchases"
      title={words.purchases}
      asked={sectionOf(visitor) === "purchases"}
      side={
        data.purchases.length === 0 ? null : (
          <a href={addressIn(visitor, "/purchases")}>{words.purchasesAll}</a>
        )
      }
    >
      <Purchases visitor={visitor} purchases={data.purchases} />
    </Section>
  );
}

type HistoryProps = {
  visitor: Visitor;
  visit: Visit;
  purchases: readonly PagePurchase[];
  next: string | null;
};

/** Every purchase, a page at a time. */
export function HistoryScreen({ visitor, visit, purchases, next }: HistoryProps) {
  const { words } = visitor;
  return (
    <Frame visitor={visitor} visit={visit} title={words.purchasesAll}>
      <p class="back">
        <a href={addressIn(visitor, "")}>← {words.back}</a>
      </p>
      <h1>{words.purchasesAll}</h1>
      <section class="card">
        <Purchases visitor={visitor} purchases={purchases} />
        {next === null ? null : (
          <p>
            <a href={addressIn(visitor, "/purchases", { more: { after: next } })}>{words.purchasesOlder}</a>
          </p>
        )}
      </section>
    </Frame>
  );
}

function Purchases({ visitor, purchases }: { visitor: Visitor; purchases: readonly PagePurchase[] }) {
  const { words } = visitor;
  if (purchases.length === 0) return <p class="soft">{words.purchasesNone}</p>;
  return (
    <ul class="rows purchases">
      {purchases.map((purchase) => (
        <Purchase visitor={visitor} purchase={purchase} />
      ))}
    </ul>
  );
}

/** What was bought, where and when, what it brought, and where it stands now. */
function Purchase({ visitor, purchase }: { visitor: Visitor; purchase: PagePurchase }) {
  const { words, format } = visitor;
  const { at, amount, takenBack, standing, order, shop, price } = purchase;
  const about = [
    order === null ? null : words.order(order),
    shop,
    price === null ? null : moneyText(visitor, price),
  ].filter((part) => part !== null);
  return (
    <li>
      <span>{nameOf(visitor, purchase)}</span>
      <span class="soft">
        <Time at={at} format={format} style="day" />
        {about.map((part) => ` · ${part}`)}
      </span>
      {amount === 0n ? null : (
        <span class={amount > 0n ? "number gain" : "number"}>{format.change(amount)}</span>
      )}
      {standing === null ? null : (
        <span class={`standing ${standing}`}>
          {words.standings[standing]}
          {takenBack > 0n ? ` (${format.change(-takenBack)})` : null}
        </span>
      )}
    </li>
  );
}

/** "Small pack × 2, Large pack"; an entry that is no purchase says what it is. */
function nameOf({ words, format }: Visitor, { type, what }: PagePurchase): string {
  const names = what.map(({ name, quantity }) =>
    quantity > 1 ? `${name} × ${format.count(quantity)}` : name,
  );
  if (names.length === 0) return words.purchaseTypes[type];
  return type === "purchase" ? names.join(", ") : `${names.join(", ")} (${words.purchaseTypes[type]})`;
}
