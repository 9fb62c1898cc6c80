import { describe, expect, it } from "vitest";
import { eventNow } from "@/e2e/support/fake-stripe";
import { dispute, invoice, invoiceLine, lineItem } from "@/e2e/support/stripe-objects";
import { updatePackage } from "@/lib/commerce";
import { prisma } from "@/lib/db";
import { listLedger, verifyWallets } from "@/lib/wallets";
import { balanceOf, completed, useStripe } from "./testing";

const { stripe, makeAccount, deliver, receive, workOff } = useStripe();

const ada = { client_reference_id: "42" };
const two = () => [lineItem({ price: "price_a", quantity: 2, amount: 2_000 })];

describe("a checkout that was paid", () => {
  it("grants its lines once, however often and at once its events come", async () => {
    const account = await makeAccount();
    const session = stripe.sell(two(), ada);
    const event = completed(session);

    const answers = await Promise.all(Array.from({ length: 10 }, () => receive(account, event)));
    await Promise.all([workOff(account), workOff(account)]);
    await deliver(account, completed(session));
    await deliver(account, eventNow("checkout.session.async_payment_succeeded", session));

    expect(answers.filter((each) => each === "kept")).toHaveLength(1);
    expect(await balanceOf(account)).toBe("200");
    const { data } = await listLedger(account.ctx, { externalId: "42" });
    expect(data.map((entry) => entry.type)).toEqual(["purchase"]);
  });

  it("is known by all its line items, also beyond the first page", async () => {
    const account = await makeAccount();
    const many = Array.from({ length: 130 }, () => lineItem({ price: "price_other", amount: 10 }));
    await deliver(account, completed(stripe.sell([...many, ...two()], ada)));
    expect(await balanceOf(account)).toBe("200");
  });

  it("waits, visible, while its price sells nothing, and is granted once it does", async () => {
    const account = await makeAccount();
    await updatePackage(account.ctx, account.sold.id, { stripePrice: "price_later" });
    const session = stripe.sell(two(), ada);
    await deliver(account, completed(session));
    expect(await prisma.purchase.findFirst({ where: { merchantId: account.merchantId } })).toMatchObject({
      state: "unmatched",
    });

    await updatePackage(account.ctx, account.sold.id, { stripePrice: "price_a" });
    await deliver(account, completed(session));
    expect(await balanceOf(account)).toBe("200");
  });

  it("without a key counts as far as the event goes: package or price in its metadata", async () => {
    const account = await makeAccount({ withKey: false });
    await deliver(
      account,
      completed(stripe.sell(two(), { ...ada, metadata: { price: "price_a", quantity: "3" } })),
    );
    expect(await balanceOf(account)).toBe("300");
    await deliver(
      account,
      completed(stripe.sell(two(), { metadata: { package: account.sold.id, customer: "42" } })),
    );
    expect(await balanceOf(account)).toBe("400");
    await deliver(account, completed(stripe.sell(two(), ada)));
    const [last] = await prisma.webhookDelivery.findMany({
      where: { merchantId: account.merchantId },
      orderBy: { id: "desc" },
      take: 1,
    });
    expect(last?.outcome).toContain("no API key");
    expect(await balanceOf(account)).toBe("400");
  });

  it("is tried again while Stripe does not answer, and then granted", async () => {
    const account = await makeAccount();
    const session = stripe.sell(two(), ada);
    stripe.failing = 503;
    await deliver(account, completed(session));
    stripe.failing = null;
    const waiting = await prisma.webhookDelivery.findFirst({ where: { merchantId: account.merchantId } });
    expect(waiting).toMatchObject({
      state: "failed",
      error: expect.stringContaining("Stripe could not be asked"),
    });

    await prisma.webhookDelivery.updateMany({
      where: { merchantId: account.merchantId },
      data: { nextAttemptAt: new Date(0) },
    });
    await workOff(account);
    expect(await balanceOf(account)).toBe("200");
  });
});

describe("money that goes back", () => {
  it("takes its share, whichever event comes first and however many tell of it", async () => {
    for (const withKey of [true, false]) {
      const account = await makeAccount({ withKey });
      const metadata = withKey ? {} : { price: "price_a", quantity: "2" };
      const session = stripe.sell(two(), { ...ada, metadata });
      const first = stripe.refund(session, 500);
      const early = eventNow("charge.refunded", first.charge);
      await deliver(account, early);
      await deliver(account, completed(session));
      expect(await balanceOf(account)).toBe("150");

      await deliver(account, eventNow("refund.created", first.refund));
      const second = stripe.refund(session, 1_500);
      await deliver(account, eventNow("charge.refunded", second.charge));
      await deliver(account, { ...early, id: `${early.id}_again` });
      expect(await balanceOf(account)).toBe("0");
      expect(await verifyWallets({ ...account.ctx, now: new Date() })).toMatchObject({ ok: true });
    }
  });

  it("is back when a refund fails", async () => {
    const account = await makeAccount();
    const session = stripe.sell(two(), ada);
    await deliver(account, completed(session));
    const { refund, charge } = stripe.refund(session, 1_000);
    await deliver(account, eventNow("charge.refunded", charge));
    expect(await balanceOf(account)).toBe("100");

    await deliver(account, eventNow("refund.failed", stripe.put({ ...refund, status: "failed" })));
    expect(await balanceOf(account)).toBe("200");
  });

  it("is kept back by a dispute until it is won; an inquiry moves nothing", async () => {
    const account = await makeAccount();
    const session = stripe.sell(two(), ada);
    await deliver(account, completed(session));
    const about = { payment_intent: session["payment_intent"], amount: 2_000 };
    const inquiry = stripe.put(dispute({ ...about, status: "warning_needs_response" }));
    await deliver(account, eventNow("charge.dispute.created", inquiry));
    expect(await balanceOf(account)).toBe("200");

    const opened = stripe.put(dispute(about));
    await deliver(account, eventNow("charge.dispute.created", opened));
    await deliver(account, eventNow("charge.dispute.funds_withdrawn", opened));
    expect(await balanceOf(account)).toBe("0");
    await deliver(account, eventNow("charge.dispute.closed", stripe.put({ ...opened, status: "won" })));
    await deliver(account, eventNow("charge.dispute.funds_reinstated", stripe.get("dispute", opened.id)));

    expect(await balanceOf(account)).toBe("200");
    const { data } = await listLedger(account.ctx, { externalId: "42" });
    expect(data.map((entry) => entry.type)).toEqual(["dispute_reversal", "dispute", "purchase"]);
  });

  it("of a payment that sold nothing here makes no purchase", async () => {
    const account = await makeAccount();
    const { charge } = stripe.refund(stripe.sell(two()), 500);
    await deliver(account, eventNow("charge.refunded", charge));
    expect(await prisma.purchase.count({ where: { merchantId: account.merchantId } })).toBe(0);
  });
});

describe("a subscription", () => {
  it("grants once per invoice, to whoever its checkout was for, before or after", async () => {
    const account = await makeAccount({ withKey: false });
    const line = () => invoiceLine({ price: "price_a", amount: 1_000 });
    const first = invoice([line()], { billing_reason: "subscription_create" });
    await deliver(account, eventNow("invoice.paid", first));
    await deliver(account, eventNow("invoice.payment_succeeded", first));
    const session = {
      ...stripe.sell(two(), ada),
      mode: "subscription",
      subscription: "sub_1",
      customer: "cus_1",
    };
    await deliver(account, completed(session));
    expect(await balanceOf(account)).toBe("100");

    await deliver(account, eventNow("invoice.paid", invoice([line()])));
    expect(await balanceOf(account)).toBe("200");
  });
});

describe("what is refused or ignored", () => {
  it("is another's signature, another time, another account, the other mode", async () => {
    const account = await makeAccount({ options: { livemode: false } });
    const event = completed(stripe.sell(two(), ada));

    await expect(deliver(account, event, { secret: "whsec_other" })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    const past = Date.now() - 3_600_000;
    await expect(deliver(account, event, { at: past })).rejects.toMatchObject({ code: "unauthenticated" });
    const foreign = { ...event, account: "acct_other" };
    await expect(deliver(account, foreign)).rejects.toMatchObject({ code: "forbidden" });
    expect(await prisma.webhookDelivery.count({ where: { merchantId: account.merchantId } })).toBe(0);
    expect(await prisma.connection.findFirst({ where: { merchantId: account.merchantId } })).toMatchObject({
      refused: 3n,
    });

    await deliver(account, { ...event, livemode: true });
    expect(await prisma.purchase.count({ where: { merchantId: account.merchantId } })).toBe(0);
  });
});
