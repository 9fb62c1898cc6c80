import { describe, expect, it } from "vitest";
import { FakeWooCommerce } from "@/e2e/support/fake-woocommerce";
import { listDeliveries, patchConnection, processDelivery, replayDelivery } from "@/lib/commerce";
import { books, makeShop, workOff } from "@/lib/commerce/testing";
import { readSql } from "@/lib/db";
import { claimDelivery, findDueDeliveries } from "./deliveries.repo";
import { HOLD_MILLIS } from "./process-delivery";
import { sweepDeliveries } from "./sweep-deliveries";

const woo = new FakeWooCommerce();
const after = (millis: number) => new Date(Date.now() + millis);

describe("the inbox", () => {
  it("takes up again what somebody had who died at it, and loses nothing of a burst", async () => {
    const { ctx, tell, merchantId } = await makeShop();
    await Promise.all(
      Array.from({ length: 60 }, () => tell.knock("order.updated", woo.payload(woo.order()))),
    );
    const { data } = await listDeliveries(ctx, { limit: 200 });
    const dead = data.slice(0, 10);
    const until = after(HOLD_MILLIS);
    for (const { id } of dead) await claimDelivery(readSql(), { merchantId, id }, { now: new Date(), until });

    await workOff(merchantId);
    expect((await books(ctx)).total).toBe("5000");
    const ids = (await findDueDeliveries(after(HOLD_MILLIS + 1))).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(dead.map(({ id }) => id)));
    expect(await sweepDeliveries(after(HOLD_MILLIS + 60_000))).toBeGreaterThanOrEqual(10);
    await workOff(merchantId, after(HOLD_MILLIS + 60_000));

    const late = await books(ctx, "42", after(HOLD_MILLIS + 120_000));
    expect(late).toMatchObject({ total: "6000", proven: true });
    const { data: done } = await listDeliveries(ctx, { state: "done", limit: 200 });
    expect(done).toHaveLength(60);
  });

  it("does nothing for a connection that is off, and does it on replay once it is on", async () => {
    const { ctx, tell, connection } = await makeShop();
    await patchConnection(ctx, connection.id, { enabled: false });
    await tell("order.updated", woo.payload(woo.order()));
    const [delivery] = (await listDeliveries(ctx)).data;
    expect(delivery).toMatchObject({ state: "done", outcome: expect.stringContaining("off") });

    await patchConnection(ctx, connection.id, { enabled: true });
    await replayDelivery(ctx, delivery?.id ?? "");
    await tell.work();

    expect((await books(ctx)).total).toBe("100");
  });

  it("is worked on by one at a time, and a replay of what was done books nothing more", async () => {
    const { ctx, tell, merchantId } = await makeShop();
    await tell.knock("order.updated", woo.payload(woo.order()));
    const [delivery] = (await listDeliveries(ctx)).data;
    const key = { merchantId, id: delivery?.id ?? "" };
    await Promise.all(Array.from({ length: 8 }, () => processDelivery(key, () => new Date())));
    expect((await listDeliveries(ctx)).data[0]).toMatchObject({ state: "done", attempts: 1 });

    await replayDelivery(ctx, key.id);
    await tell.work();

    expect(await books(ctx)).toEqual({ total: "100", entries: ["purchase 100"], proven: true });
  });
});
