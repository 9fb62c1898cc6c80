import Link from "next/link";
import { CopyId, Credits, Instant, type KeyValue, KeyValues, route } from "@/components/ui";
import type { PurchaseJson } from "@/lib/commerce";
import { customerPlace } from "../../_components/address";
import { creditsOf } from "./purchase-row";
import { StateBadge } from "./state-badge";
import { COLUMNS, DETAIL, WAITING } from "./words";

type PurchaseFactsProps = { merchant: string; purchase: PurchaseJson; shop: string | null };

/** Whose it is, where it stands here and in the shop, and its money. */
export function PurchaseFacts({ merchant, purchase, shop }: PurchaseFactsProps) {
  const { customer, buyer, currency } = purchase;
  const money = (sum: string) => (currency === null ? sum : `${sum} ${currency}`);
  const typed = [buyer.name, buyer.email].filter(Boolean).join(" · ");
  const items: KeyValue[] = [
    { label: COLUMNS.number, value: purchase.number },
    { label: COLUMNS.state, value: <StateBadge state={purchase.state} /> },
    {
      label: COLUMNS.customer,
      value:
        customer === null ? (
          WAITING.nobody
        ) : (
          <>
            {customer} · <Link href={route(customerPlace(merchant, customer))}>{DETAIL.openCustomer}</Link>
          </>
        ),
    },
    { label: DETAIL.buyer, value: typed === "" ? "–" : typed },
    ...(shop === null ? [] : [{ label: COLUMNS.shop, value: shop }]),
    { label: DETAIL.status, value: purchase.shopStatus },
    ...(purchase.dispute === "none" ? [] : [{ label: DETAIL.dispute, value: disputeOf(purchase) }]),
    { label: DETAIL.total, value: money(purchase.total) },
    { label: DETAIL.refunded, value: money(purchase.refunded) },
    { label: COLUMNS.granted, value: <Credits micros={creditsOf(purchase.granted)} /> },
    { label: COLUMNS.taken, value: <Credits micros={creditsOf(purchase.takenBack)} /> },
    { label: DETAIL.credits, value: <Credits micros={creditsOf(purchase.credits)} /> },
    { label: COLUMNS.when, value: <Instant at={new Date(purchase.occurredAt)} /> },
    { label: DETAIL.asOf, value: <Instant at={new Date(purchase.asOf)} /> },
    { label: DETAIL.key, value: <CopyId id={purchase.id} /> },
  ];
  return <KeyValues items={items} />;
}

const DISPUTES = new Map<string, string>(Object.entries(DETAIL.disputes));

function disputeOf({ dispute }: PurchaseJson): string {
  return DISPUTES.get(dispute) ?? dispute;
}
