import Link from "next/link";
import { Credits, Instant, route } from "@/components/ui";
import type { MemberCtx } from "@/lib/auth";
import type { PurchaseJson } from "@/lib/commerce";
import { listPurchaseEntries, type PurchaseEntry } from "@/lib/wallets";
import { DETAIL } from "./words";

const MOST = 200;
const LABELS = new Map<string, string>(Object.entries(DETAIL.entry));

type PurchaseEntriesProps = { ctx: MemberCtx; merchant: string; purchase: PurchaseJson };

/** What was booked for it, each entry leading to the ledger. Of the customer's last 200 entries of purchases. */
export async function PurchaseEntries({ ctx, merchant, purchase: { id, customer } }: PurchaseEntriesProps) {
  const entries = customer === null ? [] : (await listPurchaseEntries(ctx, customer, { limit: MOST })).data;
  const own = entries.filter((each) => isOf(each, id));
  return (
    <section className="tg-shop-part">
      <h3>{DETAIL.entries}</h3>
      {own.length === 0 ? <p className="tg-quiet">{DETAIL.noEntries}</p> : null}
      {own.length === 0 ? null : (
        <ul className="tg-shop-list" aria-label={DETAIL.entries}>
          {own.map((entry) => (
            <li key={entry.id}>
              <span className="tg-shop-line">
                <Link href={route(`/m/${merchant}/usage/billing/activity?entry=${entry.id}`)}>
                  {LABELS.get(entry.type) ?? entry.type}
                </Link>
                <span className="tg-quiet">
                  <Instant at={entry.at} /> {entry.note}
                </span>
              </span>
              <Credits micros={entry.delta} sign />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Entries of purchases name the purchase they are of. */
function isOf({ references }: PurchaseEntry, purchase: string): boolean {
  return references["purchase"] === purchase;
}
