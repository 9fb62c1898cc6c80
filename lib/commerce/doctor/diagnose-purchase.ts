import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { type Connection, shopKeysOf, stripeKeyOf } from "../connections/connection";
import { findConnections } from "../connections/connections.repo";
import {
  diagnose,
  type Diagnosed,
  type DiagnosedConnection,
  type DiagnosedDelivery,
  type DiagnosedPurchase,
} from "../core/diagnose";
import type { Package } from "../core/package";
import { deliveryHealth, NO_DELIVERIES } from "../inbox/deliveries.repo";
import { findPackages } from "../packages/packages.repo";
import { findLines } from "../purchases/purchase-lines.repo";
import { findPurchases, type PurchaseRow } from "../purchases/purchases.repo";
import { findDeliveryAbout, findDeliveryOf } from "./doctor.repo";
import { type DiagnosisQuery, diagnosisQuery } from "./doctor-input";

/** One order or payment and every condition it has to meet; `purchase` is null while nothing of it has arrived. */
export type PurchaseDiagnosis = {
  connection: { id: string; name: string; kind: string };
  purchase: { id: string; number: string; customer: string | null } | null;
  checks: Diagnosed[];
};

const MOST_PURCHASES = 5;
const MOST_CONNECTIONS = 20;
const MOST_PACKAGES = 500;

/**
 * Why credits of an order did or did not arrive: each condition looked at as it is now, with what mends it. `query` is an
 * order number, a payment's id or an e-mail address. What nothing is known of is looked for at each connection, to say
 * how far it got. Reads only.
 */
export async function diagnosePurchase(
  ctx: Ctx,
  input: DiagnosisQuery,
): Promise<{ query: string; diagnoses: PurchaseDiagnosis[] }> {
  requireCan(ctx, "usage:read");
  const { query } = diagnosisQuery.parse(input);
  const { merchantId } = ctx;
  const filter = { connection: null, state: null, customer: null, search: query };
  const [found, connections, packages] = await Promise.all([
    findPurchases(merchantId, { before: null, limit: MOST_PURCHASES }, filter),
    examined(ctx),
    findPackages(ctx, { after: null, limit: MOST_PACKAGES }),
  ]);
  const known = found.slice(0, MOST_PURCHASES);
  const diagnoses =
    known.length > 0
      ? await Promise.all(known.map((each) => ofPurchase(each, { connections, packages })))
      : await Promise.all(connections.map((each) => ofNothing(each, { merchantId, query, packages })));
  return { query, diagnoses: diagnoses.flatMap((each) => each ?? []) };
}

type Examined = { readonly connection: Connection; readonly about: DiagnosedConnection };

async function examined(ctx: Ctx): Promise<Examined[]> {
  const found = await findConnections(ctx, { limit: MOST_CONNECTIONS, before: null });
  const health = await deliveryHealth(
    readSql(),
    ctx.merchantId,
    found.map(({ id }) => id),
  );
  return found.map((connection) => {
    const { lastDeliveryAt } = health.get(connection.id) ?? NO_DELIVERIES;
    return { connection, about: describe(connection, lastDeliveryAt) };
  });
}

function describe(connection: Connection, lastDeliveryAt: Date | null): DiagnosedConnection {
  const { id, name, enabled, grantWhen, lastProblem, refused, lastRefusal, webhooks } = connection;
  return {
    ...{ id, name, enabled, grantWhen, lastProblem, refused, lastRefusal, webhooks },
    hasKeys: (connection.kind === "stripe" ? stripeKeyOf(connection) : shopKeysOf(connection)) !== null,
    lastRefusedAt: connection.lastRefusedAt?.toISOString() ?? null,
    lastDeliveryAt: lastDeliveryAt?.toISOString() ?? null,
  };
}

type World = { readonly connections: readonly Examined[]; readonly packages: readonly Package[] };

async function ofPurchase(row: PurchaseRow, world: World): Promise<PurchaseDiagnosis | null> {
  const at = world.connections.find(({ connection }) => connection.id === row.connectionId);
  if (!at) return null;
  const [lines, delivery] = await Promise.all([
    findLines(row.merchantId, [row.id]),
    findDeliveryOf(row.merchantId, row.id),
  ]);
  const settled = lines.filter(({ granted }) => granted > 0n).map(({ key }) => key);
  const purchase: DiagnosedPurchase = {
    id: row.id,
    customer: row.customer,
    word: row.state,
    state: row.snapshot,
    granted: row.grantedMicros,
    taken: row.takenMicros,
    settledLines: new Set(settled),
  };
  return diagnosis(at, { delivery, purchase, number: row.number, packages: world.packages });
}

/** Nothing has come of it: whether a delivery was about it tells how far it got. */
async function ofNothing(
  at: Examined,
  { merchantId, query, packages }: { merchantId: string; query: string; packages: readonly Package[] },
): Promise<PurchaseDiagnosis> {
  const subject = at.connection.kind === "woocommerce" ? `order ${query}` : query;
  const delivery = await findDeliveryAbout(merchantId, at.connection.id, subject);
  return diagnosis(at, { delivery, purchase: null, number: query, packages });
}

function diagnosis(
  { connection: { id, name, kind }, about }: Examined,
  seen: {
    delivery: DiagnosedDelivery | null;
    purchase: DiagnosedPurchase | null;
    number: string;
    packages: readonly Package[];
  },
): PurchaseDiagnosis {
  const { delivery, purchase, number, packages } = seen;
  const checks = diagnose({ connection: about, delivery, purchase, packages });
  const named = purchase && { id: purchase.id, number, customer: purchase.customer };
  return { connection: { id, name, kind }, purchase: named, checks };
}
