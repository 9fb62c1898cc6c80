import { type Micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { matchPackage } from "./match-package";
import type { Package } from "./package";
import type { PurchaseState, ShopLine } from "./purchase-state";
import type { PurchaseWord } from "./purchase-word";

/** What stands between an order and its credits, in the order in which it is asked. */
export const DIAGNOSIS_CODES = [
  "connection_on",
  "shop_reachable",
  "webhooks_active",
  "requests_accepted",
  "order_arrived",
  "order_processed",
  "status_grants",
  "money_kept",
  "package_matches",
  "buyer_known",
  "credits_booked",
] as const;
export type DiagnosisCode = (typeof DIAGNOSIS_CODES)[number];

/** What can be done about it: each names the verb that does it. */
export const FIX_KINDS = [
  "enable_connection",
  "set_up_webhooks",
  "fetch_order",
  "replay_delivery",
  "refresh_purchase",
  "assign_purchase",
  "enable_package",
  "map_product",
] as const;

/** `id`: of the connection, delivery, purchase or package that it is done to. */
export type Fix = { readonly kind: (typeof FIX_KINDS)[number]; readonly id: string };

/** `facts` are the figures and names behind the verdict, for the sentence that a screen makes of them. */
export type Diagnosed = {
  readonly code: DiagnosisCode;
  readonly state: "pass" | "warn" | "fail" | "unknown";
  readonly facts: Readonly<Record<string, string>>;
  readonly fix: Fix | null;
};

/** A connection as the doctor needs it. */
export type DiagnosedConnection = {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly grantWhen: string;
  /** Whether the shop can be asked at all. */
  readonly hasKeys: boolean;
  readonly lastProblem: string | null;
  readonly refused: bigint;
  readonly lastRefusal: string | null;
  readonly lastRefusedAt: string | null;
  readonly lastDeliveryAt: string | null;
  readonly webhooks: readonly { readonly topic: string; readonly status: string }[];
};

/** The latest delivery that was about this order. */
export type DiagnosedDelivery = {
  readonly id: string;
  readonly state: "pending" | "failed" | "given_up" | "done";
  readonly error: string | null;
  readonly receivedAt: string;
};

/** What was kept and booked of the order. */
export type DiagnosedPurchase = {
  readonly id: string;
  readonly customer: string | null;
  readonly word: PurchaseWord;
  readonly state: PurchaseState;
  readonly granted: Micros;
  readonly taken: Micros;
  /** Lines something was granted for: their package is settled. */
  readonly settledLines: ReadonlySet<string>;
};

export type Evidence = {
  readonly connection: DiagnosedConnection;
  readonly delivery: DiagnosedDelivery | null;
  readonly purchase: DiagnosedPurchase | null;
  /** Also those that are out of sale. */
  readonly packages: readonly Package[];
};

type Verdict = Omit<Diagnosed, "code">;

const PASS: Verdict = { state: "pass", facts: {}, fix: null };
const UNKNOWN: Verdict = { state: "unknown", facts: {}, fix: null };

/**
 * Every condition on the way from an order in a shop to credits in a wallet, each with its verdict, the facts behind it
 * and what mends it. Pure: the same evidence is the same diagnosis. What cannot be told yet is `unknown`.
 */
export function diagnose(evidence: Evidence): Diagnosed[] {
  const verdicts: Record<DiagnosisCode, Verdict> = {
    connection_on: connectionOn(evidence),
    shop_reachable: shopReachable(evidence),
    webhooks_active: webhooksActive(evidence),
    requests_accepted: requestsAccepted(evidence),
    order_arrived: orderArrived(evidence),
    order_processed: orderProcessed(evidence),
    ...purchaseVerdicts(evidence),
  };
  return DIAGNOSIS_CODES.map((code) => ({ code, ...verdicts[code] }));
}

function connectionOn({ connection }: Evidence): Verdict {
  const facts = { connection: connection.name };
  if (connection.enabled) return { ...PASS, facts };
  return { state: "fail", facts, fix: { kind: "enable_connection", id: connection.id } };
}

function shopReachable({ connection }: Evidence): Verdict {
  if (!connection.hasKeys) return { ...UNKNOWN, facts: { connection: connection.name } };
  if (connection.lastProblem === null) return PASS;
  return { state: "fail", facts: { problem: connection.lastProblem }, fix: null };
}

function webhooksActive({ connection }: Evidence): Verdict {
  if (connection.webhooks.length === 0) return UNKNOWN;
  const off = connection.webhooks.filter(({ status }) => status !== "active");
  if (off.length === 0) return PASS;
  const facts = { topics: off.map(({ topic }) => topic).join(", ") };
  return { state: "fail", facts, fix: { kind: "set_up_webhooks", id: connection.id } };
}

/** Requests that were turned away lately may have been about this order: nothing of them is kept that could tell. */
function requestsAccepted({ connection, delivery }: Evidence): Verdict {
  const { refused, lastRefusal, lastRefusedAt, lastDeliveryAt } = connection;
  if (lastRefusedAt === null || lastRefusal === null) return PASS;
  const facts = { refused: String(refused), reason: lastRefusal, at: lastRefusedAt };
  const since = delivery?.receivedAt ?? lastDeliveryAt;
  return { state: since !== null && since > lastRefusedAt ? "pass" : "warn", facts, fix: null };
}

function orderArrived({ connection, delivery, purchase }: Evidence): Verdict {
  if (delivery) return { ...PASS, facts: { at: delivery.receivedAt } };
  if (purchase) return { ...PASS, facts: { at: purchase.state.observedAt } };
  const facts = { last: connection.lastDeliveryAt ?? "" };
  return {
    state: "fail",
    facts,
    fix: connection.hasKeys ? { kind: "fetch_order", id: connection.id } : null,
  };
}

function orderProcessed({ delivery, purchase }: Evidence): Verdict {
  if (!delivery) return purchase ? PASS : UNKNOWN;
  if (delivery.state === "done") return PASS;
  const facts = { state: delivery.state, error: delivery.error ?? "" };
  const fix: Fix = { kind: "replay_delivery", id: delivery.id };
  if (delivery.state === "pending") return { state: "warn", facts, fix };
  return { state: "fail", facts, fix };
}

type OfPurchase = "status_grants" | "money_kept" | "package_matches" | "buyer_known" | "credits_booked";

function purchaseVerdicts(evidence: Evidence): Record<OfPurchase, Verdict> {
  const { purchase } = evidence;
  if (!purchase) {
    return {
      status_grants: UNKNOWN,
      money_kept: UNKNOWN,
      package_matches: UNKNOWN,
      buyer_known: UNKNOWN,
      credits_booked: UNKNOWN,
    };
  }
  return {
    status_grants: statusGrants(evidence, purchase),
    money_kept: moneyKept(purchase),
    package_matches: packageMatches(evidence, purchase),
    buyer_known: buyerKnown(purchase),
    credits_booked: creditsBooked(purchase),
  };
}

function statusGrants({ connection }: Evidence, { id, state }: DiagnosedPurchase): Verdict {
  const facts = { status: state.shopStatus, grantWhen: connection.grantWhen };
  if (state.granting) return { ...PASS, facts };
  return { state: "fail", facts, fix: { kind: "refresh_purchase", id } };
}

function moneyKept({ state }: DiagnosedPurchase): Verdict {
  const { refunded, total, dispute } = state;
  const facts = { refunded, total, dispute, currency: state.currency ?? "" };
  if (dispute === "open" || dispute === "lost") return { state: "fail", facts, fix: null };
  return { state: /[1-9]/.test(refunded) ? "warn" : "pass", facts, fix: null };
}

function packageMatches({ connection, packages }: Evidence, purchase: DiagnosedPurchase): Verdict {
  const { state, settledLines } = purchase;
  const open = state.lines.filter(({ key }) => !settledLines.has(key));
  if (settledLines.size > 0) return { ...PASS, facts: { lines: String(settledLines.size) } };
  const connectionId = connection.id;
  if (open.some((line) => sells(packages, connectionId, line))) {
    return { ...PASS, facts: { lines: String(open.length) } };
  }
  const resting = packages.map((each) => ({ ...each, enabled: true }));
  const asleep = open
    .map((line) => matchPackage(resting, { connection: connectionId, product: line.product }))
    .find((match) => match !== null);
  const products = open.map(({ name }) => name).join(", ");
  if (asleep) {
    const fix: Fix = { kind: "enable_package", id: asleep.id };
    return { state: "fail", facts: { products, package: asleep.name }, fix };
  }
  return { state: "fail", facts: { products }, fix: { kind: "map_product", id: purchase.id } };
}

function sells(packages: readonly Package[], connection: string, { product }: ShopLine): boolean {
  return matchPackage(packages, { connection, product }) !== null;
}

function buyerKnown({ id, customer, state }: DiagnosedPurchase): Verdict {
  if (customer !== null) return { ...PASS, facts: { customer } };
  const facts = { email: state.buyer.email ?? "" };
  return { state: "fail", facts, fix: { kind: "assign_purchase", id } };
}

function creditsBooked({ id, word, granted, taken }: DiagnosedPurchase): Verdict {
  const facts = { granted: String(granted), taken: String(taken), word };
  if (granted === ZERO_MICROS) return { state: "fail", facts, fix: { kind: "refresh_purchase", id } };
  return { state: taken === ZERO_MICROS ? "pass" : "warn", facts, fix: null };
}
