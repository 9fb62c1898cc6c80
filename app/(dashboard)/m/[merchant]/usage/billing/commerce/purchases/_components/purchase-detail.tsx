import Link from "next/link";
import { EmptyState, Instant, route } from "@/components/ui";
import { type MemberCtx, requireMember } from "@/lib/auth";
import {
  type DeliveryJson,
  getConnection,
  getPurchase,
  getRehearsal,
  listDeliveries,
  listPackages,
  type PurchaseJson,
} from "@/lib/commerce";
import { placeOf } from "../../_components/address";
import { AssignButton } from "../../_components/assign-button";
import { DeliveryBadge } from "../../_components/delivery-badge";
import { orNull } from "../../_components/or-null";
import { PurchaseEntries } from "./purchase-entries";
import { PurchaseFacts } from "./purchase-facts";
import { PurchaseLines } from "./purchase-lines";
import { buyerOf } from "./purchase-row";
import { RefreshButton } from "./refresh-button";
import { RehearsalPanel } from "./rehearsal-panel";
import { DETAIL, PAGE } from "./words";

const HISTORY = 20;
const MOST_PACKAGES = 200;

type PurchaseDetailProps = {
  merchant: string;
  id: string;
  /** Where the shown part of its ledger begins; null at the newest. */
  older: string | null;
};

/** One purchase whole: whose, what was sold and granted, what was booked, what came of it, and a refund rehearsed. */
export async function PurchaseDetail({ merchant, id, older }: PurchaseDetailProps) {
  const ctx = await requireMember(merchant);
  const purchase = await orNull(getPurchase(ctx, id));
  if (!purchase) return <EmptyState title={PAGE.goneTitle}>{PAGE.gone}</EmptyState>;
  const [shop, deliveries, rehearsal, packages] = await Promise.all([
    orNull(getConnection(ctx, purchase.connection)),
    listDeliveries(ctx, { purchase: purchase.id, limit: HISTORY }),
    getRehearsal(ctx, purchase.id),
    listPackages(ctx, { limit: MOST_PACKAGES }),
  ]);
  return (
    <div className="tg-shop-detail">
      <Acts ctx={ctx} merchant={merchant} purchase={purchase} />
      <PurchaseFacts merchant={merchant} purchase={purchase} shop={shop?.name ?? null} />
      <PurchaseLines
        merchant={merchant}
        purchase={purchase}
        packages={packages.data}
        mayMap={ctx.permissions.has("settings:write")}
      />
      <PurchaseEntries ctx={ctx} merchant={merchant} purchase={purchase.id} older={older} />
      <History merchant={merchant} deliveries={deliveries.data} />
      {purchase.granted === "0" ? null : (
        <RehearsalPanel
          merchant={merchant}
          purchase={purchase}
          last={rehearsal}
          mayRehearse={ctx.permissions.has("credits:write")}
        />
      )}
    </div>
  );
}

type ActsProps = { ctx: MemberCtx; merchant: string; purchase: PurchaseJson };

function Acts({ ctx: { permissions }, merchant, purchase }: ActsProps) {
  const { id, number, customer } = purchase;
  const assigns = customer === null && permissions.has("credits:write");
  const refreshes = permissions.has("connections:write");
  if (!assigns && !refreshes) return null;
  return (
    <div className="tg-shop-buttons">
      {assigns ? (
        <AssignButton merchant={merchant} purchase={id} number={number} buyer={buyerOf(purchase)} />
      ) : null}
      {refreshes ? <RefreshButton merchant={merchant} purchase={id} /> : null}
      <Link href={route(placeOf(merchant, "doctor", { query: number }))}>{PAGE.diagnose}</Link>
    </div>
  );
}

/** What the shop told of it, newest first. */
function History({ merchant, deliveries }: { merchant: string; deliveries: readonly DeliveryJson[] }) {
  return (
    <section className="tg-shop-part">
      <h3>{DETAIL.history}</h3>
      {deliveries.length === 0 ? <p className="tg-quiet">{DETAIL.noHistory}</p> : null}
      {deliveries.length === 0 ? null : (
        <ul className="tg-shop-list" aria-label={DETAIL.history}>
          {deliveries.map(({ id, topic, outcome, error, state, receivedAt }) => (
            <li key={id}>
              <span className="tg-shop-line">
                <Link href={route(placeOf(merchant, "deliveries", { delivery: id }))}>{topic}</Link>
                <span className="tg-quiet">
                  <Instant at={new Date(receivedAt)} /> {outcome ?? error}
                </span>
              </span>
              <DeliveryBadge state={state} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
