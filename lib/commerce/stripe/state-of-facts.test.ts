import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  charge,
  checkoutSession,
  dispute,
  invoice,
  invoiceLine,
  lineItem,
  refund,
  type StripeObject,
  stripeEvent,
} from "@/e2e/support/stripe-objects";
import { micros } from "@/lib/kernel/micros";
import type { PurchaseState } from "../core/purchase-state";
import { targetsOf } from "../core/target";
import { type Facts, mergeFacts, NO_FACTS } from "./facts";
import { readFacts } from "./facts-shape";
import { eventEnvelope } from "./objects";
import { observeEvent } from "./observe-event";
import { stateOfFacts } from "./state-of-facts";

const ABOUT = { key: "k", observedAt: new Date("2026-11-21T10:00:00Z"), confirmed: false, grantFree: true };
const HUNDRED = micros(100_000_000n);

function learned(events: readonly StripeObject[], before: Facts = NO_FACTS): Facts {
  return events.reduce((facts, event) => {
    const { told } = observeEvent(eventEnvelope.parse(event));
    return mergeFacts(facts, told);
  }, before);
}

const stateAfter = (events: readonly StripeObject[]) => stateOfFacts(learned(events), ABOUT);

/** The credits of a purchase, with 100 for each piece of each line. */
function creditsOf(state: PurchaseState | null): bigint {
  if (!state) return 0n;
  const targets = [...targetsOf(state, () => HUNDRED).values()];
  return targets.reduce((sum, { earned, disputed }) => sum + earned - disputed, 0n) / 1_000_000n;
}

const intent = "pi_1";
const items = {
  object: "list",
  data: [lineItem({ price: "price_a", quantity: 2, amount: 1_000 })],
  has_more: false,
};
const session = checkoutSession({
  id: "cs_1",
  payment_intent: intent,
  client_reference_id: "42",
  line_items: items,
});
const of = { payment_intent: intent, charge: "ch_1" };
const at = (created: number) => ({ created });

const paid = stripeEvent("checkout.session.completed", session, at(100));
const half = stripeEvent(
  "charge.refunded",
  charge({ id: "ch_1", payment_intent: intent, amount_refunded: 500 }),
  at(200),
);
const rest = stripeEvent(
  "charge.refunded",
  charge({ id: "ch_1", payment_intent: intent, amount_refunded: 1_000 }),
  at(300),
);
const opened = stripeEvent("charge.dispute.created", dispute({ id: "dp_1", ...of }), at(200));
const won = stripeEvent("charge.dispute.closed", dispute({ id: "dp_1", ...of, status: "won" }), at(400));

describe("a payment", () => {
  it("grants when it is paid, and not before", () => {
    const unpaid = stripeEvent(
      "checkout.session.completed",
      { ...session, payment_status: "unpaid" },
      at(100),
    );
    const succeeded = stripeEvent("checkout.session.async_payment_succeeded", session, at(150));
    const failed = stripeEvent(
      "checkout.session.async_payment_failed",
      { ...session, payment_status: "unpaid" },
      at(150),
    );

    expect(creditsOf(stateAfter([paid]))).toBe(200n);
    expect(creditsOf(stateAfter([unpaid]))).toBe(0n);
    expect(creditsOf(stateAfter([unpaid, succeeded]))).toBe(200n);
    expect(creditsOf(stateAfter([succeeded, unpaid]))).toBe(200n);
    expect(creditsOf(stateAfter([unpaid, failed]))).toBe(0n);
    expect(stateAfter([paid])).toMatchObject({ buyer: { externalId: "42", email: "ada@example.com" } });
  });

  it("is of no other mode: a subscription's checkout sells nothing itself, a set-up nothing at all", () => {
    for (const mode of ["subscription", "setup"]) {
      expect(
        stateAfter([stripeEvent("checkout.session.completed", { ...session, mode }, at(100))]),
      ).toBeNull();
    }
  });

  it("that cost nothing follows the policy", () => {
    const free = { ...session, payment_status: "no_payment_required", amount_total: 0 };
    const facts = learned([stripeEvent("checkout.session.completed", free, at(100))]);

    expect(creditsOf(stateOfFacts(facts, ABOUT))).toBe(200n);
    expect(creditsOf(stateOfFacts(facts, { ...ABOUT, grantFree: false }))).toBe(0n);
  });

  it("loses the share that was refunded, counted once however often it is said", () => {
    expect(creditsOf(stateAfter([paid, half]))).toBe(100n);
    expect(creditsOf(stateAfter([paid, half, half]))).toBe(100n);
    expect(creditsOf(stateAfter([paid, half, rest]))).toBe(0n);
    const one = stripeEvent("refund.created", refund({ id: "re_1", ...of, amount: 500 }), at(200));
    expect(creditsOf(stateAfter([paid, half, one]))).toBe(100n);
    expect(creditsOf(stateAfter([paid, one]))).toBe(100n);
  });

  it("gets back what a refund failed to give", () => {
    const failed = stripeEvent(
      "refund.failed",
      refund({ id: "re_1", ...of, amount: 500, status: "failed" }),
      at(250),
    );
    expect(creditsOf(stateAfter([paid, half, failed]))).toBe(200n);
    expect(creditsOf(stateAfter([failed, paid, half]))).toBe(200n);
    const again = charge({ id: "ch_1", payment_intent: intent, amount_refunded: 300 });
    expect(creditsOf(stateAfter([paid, half, failed, stripeEvent("charge.refunded", again, at(300))]))).toBe(
      140n,
    );
  });

  it("is kept back while a dispute is open and gone when it is lost; an inquiry moves nothing", () => {
    const lost = stripeEvent(
      "charge.dispute.closed",
      dispute({ id: "dp_1", ...of, status: "lost" }),
      at(400),
    );
    const inquiry = stripeEvent(
      "charge.dispute.created",
      dispute({ id: "dp_2", ...of, status: "warning_needs_response" }),
      at(200),
    );
    const back = stripeEvent(
      "charge.dispute.funds_reinstated",
      dispute({ id: "dp_1", ...of, status: "under_review" }),
      at(500),
    );

    expect(creditsOf(stateAfter([paid, opened]))).toBe(0n);
    expect(creditsOf(stateAfter([paid, opened, won]))).toBe(200n);
    expect(creditsOf(stateAfter([paid, won, opened]))).toBe(200n);
    expect(creditsOf(stateAfter([paid, opened, lost]))).toBe(0n);
    expect(creditsOf(stateAfter([paid, opened, back]))).toBe(200n);
    expect(creditsOf(stateAfter([paid, inquiry]))).toBe(200n);
    const part = stripeEvent("charge.dispute.created", dispute({ id: "dp_3", ...of, amount: 250 }), at(200));
    expect(creditsOf(stateAfter([paid, part]))).toBe(150n);
  });

  it("takes its package from the metadata our checkout wrote, by one key in session and payment intent", () => {
    const metadata = { tollgate_package: "p-1", tollgate_quantity: "3", tollgate_customer: "42" };
    const marked = checkoutSession({ id: "cs_1", payment_intent: intent, metadata, amount_total: 3_000 });
    const succeeded = {
      ...{ id: intent, object: "payment_intent", created: 90, status: "succeeded", amount: 3_000 },
      ...{ amount_received: 3_000, currency: "usd", metadata },
    };
    const both = [
      stripeEvent("payment_intent.succeeded", succeeded, at(99)),
      stripeEvent("checkout.session.completed", marked, at(100)),
    ];

    for (const events of [both, [...both].reverse(), both.slice(0, 1), both.slice(1)]) {
      const state = stateAfter(events);
      expect(state?.lines).toMatchObject([
        { key: "package", product: { kind: "package", package: "p-1" }, quantity: 3 },
      ]);
      expect(creditsOf(state)).toBe(300n);
    }
    const plain = { ...succeeded, metadata: {} };
    expect(stateAfter([stripeEvent("payment_intent.succeeded", plain, at(99))])).toBeNull();
  });

  it("is no purchase while only its money is known", () => {
    expect(stateAfter([half, opened])).toBeNull();
  });

  it("ends the same in any order, twice over, and through the database's JSON", () => {
    const events = [paid, half, rest, opened, won];
    const expected = stateAfter(events);
    const story = fc.shuffledSubarray([...events, ...events], { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(story, fc.nat(9), (order, cut) => {
        const kept = readFacts(JSON.parse(JSON.stringify(learned(order.slice(0, cut)))));
        const state = stateOfFacts(learned(order.slice(cut), kept), ABOUT);
        expect(state).toEqual(expected);
      }),
    );
  });
});

describe("an invoice", () => {
  const cycle = (amount: number, over = {}) =>
    stripeEvent(
      "invoice.paid",
      invoice([invoiceLine({ price: "price_m", amount })], { id: "in_1", ...over }),
      at(100),
    );

  it("grants once per period, its twin event included", () => {
    const paidTwice = [cycle(1_000), { ...cycle(1_000), type: "invoice.payment_succeeded" }];
    const state = stateAfter(paidTwice);
    expect(state?.lines).toHaveLength(1);
    expect(state?.lines).toMatchObject([{ product: { kind: "stripe", price: "price_m" } }]);
    expect(state?.granting).toBe(true);
  });

  it("of a trial grants nothing", () => {
    expect(creditsOf(stateAfter([cycle(0)]))).toBe(0n);
  });

  it("reads prices where older versions have them", () => {
    const { pricing: _, parent: __, ...old } = invoiceLine({ price: "x", amount: 1_000 });
    const line = { ...old, price: { id: "price_old", unit_amount: 1_000 }, proration: false };
    const event = stripeEvent(
      "invoice.paid",
      invoice([line], { parent: null, subscription: "sub_9" }),
      at(100),
    );
    expect(observeEvent(eventEnvelope.parse(event)).refs.subscription).toBe("sub_9");
    expect(stateAfter([event])?.lines).toMatchObject([{ product: { price: "price_old" } }]);
  });

  it("of a plan changed in its middle grants what was paid for, and the line that gives money back nothing", () => {
    const change = (due: number) =>
      invoice(
        [
          invoiceLine({ price: "price_s", amount: -500, proration: true, unit: 1_000 }),
          invoiceLine({ price: "price_l", amount: 1_500, proration: true, unit: 3_000 }),
        ],
        { billing_reason: "subscription_update", amount_due: due },
      );
    const state = stateAfter([stripeEvent("invoice.paid", change(1_000), at(100))]);
    expect(state?.lines).toHaveLength(1);
    expect(creditsOf(state) * 3n).toBe(99n);
    const fromCredit = stateAfter([stripeEvent("invoice.paid", change(0), at(100))]);
    expect(creditsOf(fromCredit)).toBe(0n);
  });
});
