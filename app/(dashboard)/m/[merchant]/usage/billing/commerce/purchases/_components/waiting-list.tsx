import Link from "next/link";
import { Instant, route, Section } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { listPurchases } from "@/lib/commerce";
import { placeOf } from "../../_components/address";
import { AssignButton } from "../../_components/assign-button";
import { buyerOf } from "./purchase-row";
import { WAITING } from "./words";

const SHOWN = 5;

/** Orders whose credits wait for their buyer to be known; nothing where none does. */
export async function WaitingList({ merchant }: { merchant: string }) {
  const ctx = await requireMember(merchant);
  const { data, nextCursor } = await listPurchases(ctx, { state: "waiting", limit: SHOWN });
  if (data.length === 0) return null;
  const mayAssign = ctx.permissions.has("credits:write");
  return (
    <Section
      title={WAITING.title}
      description={WAITING.help}
      actions={
        nextCursor === null ? null : (
          <Link href={route(placeOf(merchant, "purchases", { state: "waiting" }))}>{WAITING.more}</Link>
        )
      }
    >
      <ul className="tg-shop-list" aria-label={WAITING.title}>
        {data.map((each) => (
          <li key={each.id}>
            <span className="tg-shop-line">
              <Link href={route(placeOf(merchant, "purchases", { purchase: each.id }))}>{each.number}</Link>
              <span className="tg-quiet">
                {buyerOf(each) ?? WAITING.nobody} · <Instant at={new Date(each.occurredAt)} />
              </span>
            </span>
            {mayAssign ? (
              <AssignButton
                merchant={merchant}
                purchase={each.id}
                number={each.number}
                buyer={buyerOf(each)}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
