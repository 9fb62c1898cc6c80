import Link from "next/link";
import { Credits, InfoTip, Instant, route } from "@/components/ui";
import type { PurchaseJson, PurchaseLineJson } from "@/lib/commerce";
import { matchPackage, type Package } from "@/lib/commerce/core";
import { formatCount, formatCredits } from "@/lib/kernel/format";
import { placeOf } from "../../_components/address";
import { creditsOf } from "./purchase-row";
import { DETAIL } from "./words";

type PurchaseLinesProps = {
  merchant: string;
  purchase: PurchaseJson;
  packages: readonly Package[];
  mayMap: boolean;
};

/** What was sold, with the package of each line as it was at the first grant; the one that would sell it before that. */
export function PurchaseLines({ merchant, purchase, packages, mayMap }: PurchaseLinesProps) {
  const { id, connection, lines } = purchase;
  return (
    <section className="tg-shop-part">
      <h3>
        {DETAIL.lines} <InfoTip label={DETAIL.package} text={DETAIL.frozenHelp} />
      </h3>
      <ul className="tg-shop-list" aria-label={DETAIL.lines}>
        {lines.map((line) => {
          const sold = soldAs(line, { connection, packages });
          const map = mayMap && sold === null && line.product !== null && line.product.kind !== "package";
          return (
            <li key={line.key}>
              <span className="tg-shop-line">
                <span>
                  {DETAIL.quantity(formatCount(line.quantity))} {line.name}
                </span>
                <Sold sold={sold} expiresAt={line.expiresAt} />
              </span>
              {map ? <MapLink merchant={merchant} purchase={id} line={line.key} /> : null}
              <Booked line={line} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type SoldAs = { readonly name: string; readonly credits: bigint };
type World = { readonly connection: string; readonly packages: readonly Package[] };

function soldAs(
  { package: settled, product }: PurchaseLineJson,
  { connection, packages }: World,
): SoldAs | null {
  if (settled !== null) return { name: settled.name, credits: creditsOf(settled.credits) };
  return product === null ? null : matchPackage(packages, { connection, product });
}

function Sold({ sold, expiresAt }: { sold: SoldAs | null; expiresAt: string | null }) {
  if (sold === null) return <span className="tg-quiet">{DETAIL.noPackage}</span>;
  return (
    <span className="tg-quiet">
      {DETAIL.frozen(sold.name, formatCredits(sold.credits))}
      {expiresAt === null ? null : (
        <>
          {" "}
          · {DETAIL.expires} <Instant at={new Date(expiresAt)} />
        </>
      )}
    </span>
  );
}

function MapLink({ merchant, purchase, line }: { merchant: string; purchase: string; line: string }) {
  return (
    <Link href={route(placeOf(merchant, "packages", { package: "new", purchase, line }))}>{DETAIL.map}</Link>
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
