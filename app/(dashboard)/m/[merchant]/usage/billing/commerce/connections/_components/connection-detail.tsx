import Link from "next/link";
import { CodeBlock, EmptyState, route } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { type ConnectionJson, getConnection } from "@/lib/commerce";
import { placeOf } from "../../_components/address";
import { orNull } from "../../_components/or-null";
import { ConnectionActs } from "./connection-acts";
import { ConnectionFacts } from "./connection-facts";
import { ConnectionForm } from "./connection-form";
import { Steps } from "./steps";
import { DETAIL, PAGE, STEPS } from "./words";

/** One connection: how it is, what can be done with it, and its settings. */
export async function ConnectionDetail({ merchant, id }: { merchant: string; id: string }) {
  const ctx = await requireMember(merchant);
  const found = await orNull(getConnection(ctx, id));
  if (!found) return <EmptyState title={PAGE.goneTitle}>{PAGE.gone}</EmptyState>;
  const mayEdit = ctx.permissions.has("connections:write");
  return (
    <div className="tg-shop-detail">
      {mayEdit ? <ConnectionActs merchant={merchant} connection={found} /> : <p>{PAGE.readOnly}</p>}
      <ConnectionFacts connection={found} />
      <p className="tg-shop-buttons">
        <Link href={route(placeOf(merchant, "deliveries", { connection: id }))}>{DETAIL.deliveries}</Link>
        <Link href={route(placeOf(merchant, "purchases", { connection: id }))}>{DETAIL.purchases}</Link>
      </p>
      {isToldOf(found) ? (
        <CodeBlock
          code={found.webhookUrl}
          title={found.kind === "stripe" ? STEPS.accountUrl : STEPS.shopUrl}
          wrap
        />
      ) : (
        <Steps kind={found.kind} url={found.webhookUrl} />
      )}
      {mayEdit ? <ConnectionForm key={found.updatedAt} merchant={merchant} connection={found} /> : null}
    </div>
  );
}

/** Whether the shop tells us what happens: its webhooks were seen, or something came. */
function isToldOf({ health, hasWebhookSecret }: ConnectionJson): boolean {
  return hasWebhookSecret && (health.webhooks.length > 0 || health.lastDeliveryAt !== null);
}
