import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { eventNow, FakeStripe } from "@/e2e/support/fake-stripe";
import { lineItem } from "@/e2e/support/stripe-objects";
import { createConnection, createPackage, getConnection, listDifferences } from "@/lib/commerce";
import { books } from "@/lib/commerce/testing";
import { makeMerchant } from "@/lib/merchants/testing";
import { getTask } from "@/lib/tasks";
import { receiveDelivery } from "../inbox/receive-delivery";
import { runReconciliation } from "./run-reconciliation";
import { startReconciliation } from "./start-reconciliation";

let stripe: FakeStripe;
beforeAll(async () => {
  stripe = await new FakeStripe().start();
});
afterEach(() => {
  stripe.failing = null;
});
afterAll(() => stripe.stop());

const clock = () => new Date();

/** A merchant with a Stripe account and a package of 100 credits for `price_a`. */
async function makeAccount() {
  const { ctx } = await makeMerchant();
  const { webhookSecret, apiKey, url: apiBase } = stripe;
  const made = { kind: "stripe", name: "Stripe", webhookSecret, apiKey, options: { apiBase } } as const;
  const connection = await createConnection(ctx, made);
  await createPackage(ctx, { name: "Small", credits: "100", stripePrice: "price_a" });
  return { ctx, id: connection.id };
}
type Account = Awaited<ReturnType<typeof makeAccount>>;

/** A checkout of a customer who paid, and Stripe's event of it. */
function paidBy(customer: string) {
  const session = stripe.sell([lineItem({ price: "price_a", quantity: 1, amount: 1_000 })], {
    client_reference_id: customer,
  });
  return { session, signed: stripe.signed(eventNow("checkout.session.completed", session)) };
}

async function reconcile({ ctx, id }: Account) {
  const since = new Date(Date.now() - 3_600_000).toISOString();
  const task = await startReconciliation(ctx, id, { since });
  await runReconciliation({ merchantId: ctx.merchantId, connectionId: id, taskId: task.id, since }, clock);
  const { data } = await listDifferences(ctx, { task: task.id, limit: 200 });
  return {
    state: (await getTask(ctx, task.id)).state,
    found: data.map(({ kind, repaired }) => `${kind} ${repaired}`).sort(),
    health: (await getConnection(ctx, id)).health,
  };
}

describe("reconciliation with a Stripe account", () => {
  it("finds the events that never came, grants and takes back what they say, and finds nothing the second time", async () => {
    const account = await makeAccount();
    const { signed } = paidBy("told");
    await receiveDelivery({
      kind: "stripe",
      connectionId: account.id,
      headers: new Headers(signed.headers),
      readBody: async () => Buffer.from(signed.body),
      now: new Date(),
    });
    paidBy("missed");
    const { session } = paidBy("refunded");
    const { charge } = stripe.refund(session, 1_000);
    stripe.signed(eventNow("charge.refunded", charge));

    const { state, found, health } = await reconcile(account);

    expect(state).toBe("done");
    expect(found).toEqual(["missing true", "missing true", "missing true"]);
    expect(health).toMatchObject({ lastProblem: null });
    expect(health.reconciledUntil).not.toBeNull();
    expect(await books(account.ctx, "missed")).toEqual({
      total: "100",
      entries: ["purchase 100"],
      proven: true,
    });
    expect((await books(account.ctx, "refunded")).total).toBe("0");
    expect((await reconcile(account)).found).toEqual([]);
  });

  it("ends as failed when Stripe does not answer, says so on the connection, and takes it back once it does", async () => {
    const account = await makeAccount();
    stripe.failing = 401;
    const failed = await reconcile(account);
    stripe.failing = null;

    expect(failed.state).toBe("failed");
    expect(failed.health).toMatchObject({
      lastProblem: expect.stringMatching(/^Stripe could not be asked: /),
      reconciledUntil: null,
    });
    expect((await reconcile(account)).health.lastProblem).toBeNull();
  });
});
