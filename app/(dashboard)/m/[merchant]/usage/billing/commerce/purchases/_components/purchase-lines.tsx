import { Credits, InfoTip, Instant } from "@/components/ui";
import type { PurchaseJson, PurchaseLineJson } from "@/lib/commerce";
import { formatCount, formatCredits } from "@/lib/kernel/format";
import { creditsOf } from "./purchase-row";
import { DETAIL } from "./words";

/** What was sold, with the package of each line as it was at the first grant. */
export function PurchaseLines({ purchase: { lines } }: { purchase: PurchaseJson }) {
  return (
    <section className="tg-shop-part">
      <h3>
        {DETAIL.lines} <InfoTip label={DETAIL.package} text={DETAIL.frozenHelp} />
      </h3>
      <ul className="tg-shop-list" aria-label={DETAIL.lines}>
        {lines.map((line) => (
          <li key={line.key}>
            <span className="tg-shop-line">
              <span>
                {DETAIL.quantity(formatCount(line.quantity))} {line.name}
              </span>
              <Sold line={line} />
            </span>
            <Booked line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sold({ line: { package: sold, expiresAt } }: { line: PurchaseLineJson }) {
  if (sold === null) return <span className="tg-quiet">{DETAIL.noPackage}</span>;
  return (
    <span className="tg-quiet">
      {DETAIL.frozen(sold.name, formatCredits(creditsOf(sold.credits)))}
      {expiresAt === null ? null : (
        <>
          {" "}
          · {DETAIL.expires} <Instant at={new Date(expiresAt)} />
        </>
      )}
    </span>
  );
}

function Booked({ line: { granted, takenBack } }: { line: PurchaseLineJson }) {
  if (granted === "0") return null;
  return (
    <span>
      <Credits micros={creditsOf(granted)} sign />
      {takenBack === "0" ? null : (
        <span className="tg-quiet">
          {" "}
          · <Credits micros={-creditsOf(takenBack)} sign /> {DETAIL.taken}
        </span>
      )}
    </span>
  );
}
