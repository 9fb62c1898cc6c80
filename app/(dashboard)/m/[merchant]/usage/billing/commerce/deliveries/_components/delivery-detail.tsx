import Link from "next/link";
import {
  CodeBlock,
  CopyId,
  Count,
  EmptyState,
  Instant,
  type Json,
  JsonTree,
  type KeyValue,
  KeyValues,
  route,
} from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { getConnection, getDelivery } from "@/lib/commerce";
import { placeOf } from "../../_components/address";
import { DeliveryBadge } from "../../_components/delivery-badge";
import { orNull } from "../../_components/or-null";
import { ReplayButton } from "./replay-button";
import { COLUMNS, DETAIL, PAGE } from "./words";

/** One delivery as it came: where it stands, its headers and its body. */
export async function DeliveryDetail({ merchant, id }: { merchant: string; id: string }) {
  const ctx = await requireMember(merchant);
  const found = await orNull(getDelivery(ctx, id));
  if (!found) return <EmptyState title={PAGE.goneTitle}>{PAGE.gone}</EmptyState>;
  const shop = await orNull(getConnection(ctx, found.connection));
  const headers = Object.entries(found.headers).map(([label, value]) => ({ label, value }));
  const body = jsonIn(found.body);
  return (
    <div className="tg-shop-detail">
      <KeyValues items={factsOf(found, { merchant, shop: shop?.name ?? found.connection })} />
      {ctx.permissions.has("connections:write") ? (
        <div className="tg-shop-buttons">
          <ReplayButton merchant={merchant} delivery={found.id} />
        </div>
      ) : null}
      <section className="tg-shop-part">
        <h3>{DETAIL.headers}</h3>
        {headers.length === 0 ? (
          <p className="tg-quiet">{DETAIL.noHeaders}</p>
        ) : (
          <KeyValues items={headers} />
        )}
      </section>
      {body === null ? (
        <CodeBlock code={found.body} title={DETAIL.body} wrap />
      ) : (
        <JsonTree value={body} title={DETAIL.body} />
      )}
    </div>
  );
}

type Found = Awaited<ReturnType<typeof getDelivery>>;

function factsOf(found: Found, { merchant, shop }: { merchant: string; shop: string }): KeyValue[] {
  const { purchase, nextAttemptAt, finishedAt } = found;
  return [
    { label: COLUMNS.state, value: <DeliveryBadge state={found.state} /> },
    { label: COLUMNS.topic, value: found.topic },
    { label: COLUMNS.subject, value: found.subject ?? DETAIL.nobody },
    { label: COLUMNS.shop, value: shop },
    ...(found.outcome === null ? [] : [{ label: COLUMNS.outcome, value: found.outcome }]),
    ...(found.error === null ? [] : [{ label: DETAIL.error, value: found.error }]),
    { label: COLUMNS.received, value: <Instant at={new Date(found.receivedAt)} /> },
    { label: COLUMNS.attempts, value: <Count value={found.attempts} /> },
    { label: DETAIL.repeats, value: <Count value={found.repeats} /> },
    ...instant(COLUMNS.next, nextAttemptAt),
    ...instant(DETAIL.finished, finishedAt),
    ...(purchase === null
      ? []
      : [
          {
            label: DETAIL.purchase,
            value: (
              <Link href={route(placeOf(merchant, "purchases", { purchase }))}>{DETAIL.openPurchase}</Link>
            ),
          },
        ]),
    { label: DETAIL.id, value: <CopyId id={found.id} /> },
  ];
}

function instant(label: string, at: string | null): KeyValue[] {
  return at === null ? [] : [{ label, value: <Instant at={new Date(at)} /> }];
}

/** The body as JSON; null when it is none. */
function jsonIn(text: string): Json | null {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
