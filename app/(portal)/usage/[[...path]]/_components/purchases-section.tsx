/** @jsxImportSource hono/jsx */
import type { PagePurchase, Visit } from "@/lib/portal";
import { Frame } from "./frame";
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
  const { words, format } = visitor;
  if (purchases.length === 0) return <p class="soft">{words.purchasesNone}</p>;
  return (
    <ul class="rows purchases">
      {purchases.map(({ type, at, amount, what, order }) => (
        <li>
          <span>
            {what ?? words.purchaseTypes[type]}
            {type === "purchase" || what === null ? null : ` (${words.purchaseTypes[type]})`}
          </span>
          <span class="soft">
            <Time at={at} format={format} style="day" />
            {order === null ? null : ` · ${words.order(order)}`}
          </span>
          <span class={amount > 0n ? "number gain" : "number"}>{format.change(amount)}</span>
        </li>
      ))}
    </ul>
  );
}
