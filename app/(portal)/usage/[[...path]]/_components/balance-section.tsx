/** @jsxImportSource hono/jsx */
import type { PageBalance, PageLot } from "@/lib/portal";
import { amountText, Section, Time } from "./parts";
import { type SectionProps, sectionOf } from "./section-props";
import type { Visitor } from "./visitor";

/** What there is to spend, what is set aside, and until when it lasts, in plain words. */
export function BalanceSection({ visitor, data: { balance, provenAt } }: SectionProps) {
  const { words, format } = visitor;
  const shown = format.credits(balance.available);
  return (
    <Section id="balance" title={words.balance} asked={sectionOf(visitor) === "balance"}>
      <p class={shown.length > 12 ? "figure long" : "figure"}>
        <strong data-figure="available">{shown}</strong>{" "}
        <span>
          {words.credits("", format.plural(balance.available) === "one").trim()} {words.available}
        </span>
      </p>
      {balance.frozen ? <p class="warn">{words.frozen}</p> : null}
      {balance.debt > 0n ? <p class="warn">{words.debt(amountText(visitor, balance.debt))}</p> : null}
      {balance.held > 0n ? (
        <p class="held">
          {words.inTotal(amountText(visitor, balance.total))} {words.held(amountText(visitor, balance.held))}
        </p>
      ) : null}
      <Lasting visitor={visitor} balance={balance} />
      {balance.lots.length === 0 ? null : <Lots visitor={visitor} lots={balance.lots} />}
      {provenAt === null ? null : (
        <p class="soft">
          {words.proven[0]} <Time at={provenAt} format={format} /> {words.proven[1]}
        </p>
      )}
    </Section>
  );
}

/** Until when the balance lasts: for ever, or the next part that does not. */
function Lasting({ visitor, balance }: { visitor: Visitor; balance: PageBalance }) {
  const { words, format } = visitor;
  if (balance.lots.length === 0) return <p class="soft">{words.noCredits}</p>;
  const expiring = balance.lots.flatMap(({ expiresAt, remaining }) =>
    expiresAt ? [{ expiresAt, remaining }] : [],
  );
  const [next] = expiring.sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
  if (!next) return <p class="soft">{words.neverExpire}</p>;
  const together = expiring
    .filter(({ expiresAt }) => expiresAt.getTime() === next.expiresAt.getTime())
    .reduce((sum, { remaining }) => sum + remaining, 0n);
  return (
    <p class="soft">
      {words.expiresNext(amountText(visitor, together))} <Time at={next.expiresAt} format={format} /> (
      {format.relative(next.expiresAt, visitor.portal.now)}).
      {expiring.length < balance.lots.length ? ` ${words.restNeverExpires}` : null}
    </p>
  );
}

function Lots({ visitor, lots }: { visitor: Visitor; lots: readonly PageLot[] }) {
  const { words, format } = visitor;
  return (
    <details>
      <summary>{words.lots(format.count(lots.length))}</summary>
      <ul class="rows">
        {lots.map((lot) => (
          <li>
            <span>{lot.category === "paid" ? words.lotPaid : words.lotGift}</span>
            <span class="number">
              {words.lotLeft(format.credits(lot.remaining), format.credits(lot.granted))}
            </span>
            <span class="soft">
              {lot.expiresAt === null ? (
                words.lotForEver
              ) : (
                <>
                  {words.lotUntil} <Time at={lot.expiresAt} format={format} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {lots.length > 1 ? <p class="soft">{words.lotOrder}</p> : null}
    </details>
  );
}
