import Link from "next/link";
import { Credits, Instant, route } from "@/components/ui";
import type { MemberCtx } from "@/lib/auth";
import { listPurchaseEntries } from "@/lib/commerce";
import { placeOf } from "../../_components/address";
import { creditsOf } from "./purchase-row";
import { DETAIL } from "./words";

const PAGE_SIZE = 50;
const LABELS = new Map<string, string>(Object.entries(DETAIL.entry));

type PurchaseEntriesProps = { ctx: MemberCtx; merchant: string; purchase: string; older: string | null };

/** What was booked for it, newest first, each entry leading to the ledger; many come in pages. */
export async function PurchaseEntries({ ctx, merchant, purchase, older }: PurchaseEntriesProps) {
  const { data, nextCursor } = await listPurchaseEntries(ctx, purchase, {
    limit: PAGE_SIZE,
    ...(older === null ? {} : { cursor: older }),
  });
  return (
    <section className="tg-shop-part">
      <h3>{DETAIL.entries}</h3>
      {data.length === 0 ? <p className="tg-quiet">{DETAIL.noEntries}</p> : null}
      {data.length === 0 ? null : (
        <ul className="tg-shop-list" aria-label={DETAIL.entries}>
          {data.map((entry) => (
            <li key={entry.id}>
              <span className="tg-shop-line">
                <Link href={route(`/m/${merchant}/usage/billing/activity?entry=${entry.id}`)}>
                  {LABELS.get(entry.type) ?? entry.type}
                </Link>
                <span className="tg-quiet">
                  <Instant at={new Date(entry.at)} /> {entry.note}
                </span>
              </span>
              <Credits micros={creditsOf(entry.delta)} sign />
            </li>
          ))}
        </ul>
      )}
      {older === null && nextCursor === null ? null : (
        <p className="tg-shop-buttons">
          {older === null ? null : (
            <Link href={route(placeOf(merchant, "purchases", { purchase }))}>{DETAIL.newest}</Link>
          )}
          {nextCursor === null ? null : (
            <Link href={route(placeOf(merchant, "purchases", { purchase, entries: nextCursor }))}>
              {DETAIL.older}
            </Link>
          )}
        </p>
      )}
    </section>
  );
}
