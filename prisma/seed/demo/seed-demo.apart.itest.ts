import { expect, it } from "vitest";
import { ctxOfOperator } from "@/lib/auth";
import { listDeliveries, listPurchases } from "@/lib/commerce";
import { prisma } from "@/lib/db";
import { verifyWallets } from "@/lib/wallets";
import { buildHouse } from "./build-house";
import { HOUSE, SIGN_INS } from "./house";
import { seedDemo, wantsDemo } from "./seed-demo";

const NOW = new Date("2026-11-21T09:30:00Z");
const MINUTES = 60_000;
const DAYS = 1_440 * MINUTES;

it(
  "tells a month of every kind of entry, once, with every balance proved; interrupted, it is finished as it was begun",
  async () => {
    expect(await wantsDemo()).toBe(true);
    expect(await buildHouse(new Date(NOW.getTime() - 31 * DAYS))).toMatch(/^tg_/);
    expect(await wantsDemo()).toBe(true);

    const finished = await seedDemo(new Date(NOW.getTime() + 90 * MINUTES));

    expect(finished).toEqual({ merchantSlug: HOUSE.slug, signIns: SIGN_INS, apiKey: null });
    const ctx = await ctxOfOperator(HOUSE.slug, NOW);
    const proof = await verifyWallets(ctx);
    expect(proof).toMatchObject({ ok: true, wallets: 27 });
    const entries = await prisma.ledgerEntry.groupBy({ by: ["type"], where: { merchantId: ctx.merchantId } });
    const types = ["purchase", "grant", "usage", "quota_usage", "adjustment", "expiry", "refund", "dispute"];
    expect(entries.map(({ type }) => type)).toEqual(expect.arrayContaining(types));
    const purchases = await listPurchases(ctx, { limit: 100 });
    const states = purchases.data.map(({ state }) => state).filter((state) => state !== "granted");
    expect(states.sort()).toEqual(["disputed", "partly_refunded", "pending", "waiting"]);
    const deliveries = await listDeliveries(ctx, { limit: 200 });
    expect(deliveries.data.filter(({ state }) => state !== "done")).toEqual([]);
    expect(await prisma.refusalDay.count({ where: { merchantId: ctx.merchantId } })).toBeGreaterThan(20);
    const youngest = await prisma.ledgerEntry.aggregate({
      where: { merchantId: ctx.merchantId },
      _max: { recordedAt: true },
    });
    expect(youngest._max.recordedAt?.getTime()).toBeLessThan(NOW.getTime());

    await seedDemo(new Date(NOW.getTime() + 2 * DAYS));

    expect((await verifyWallets(ctx)).entries).toBe(proof.entries);
    expect(await wantsDemo()).toBe(false);
  },
  3 * MINUTES,
);
