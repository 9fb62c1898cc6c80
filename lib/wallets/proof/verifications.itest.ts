import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db";
import { makeMerchant } from "@/lib/merchants/testing";
import { giveCredits, later, makeFlatRule, using } from "@/lib/metering/testing";
import { runTask, startTask } from "@/lib/tasks";
import {
  addCredits,
  getLatestVerification,
  listVerifications,
  takeVerification,
  takeVerificationStep,
} from "@/lib/wallets";

const tampered = (merchantId: string) =>
  prisma.$executeRaw`UPDATE wallets SET balance_micros = balance_micros + 1 WHERE merchant_id = ${merchantId}::uuid`;

describe("a proof that is taken", () => {
  it("is kept with its instant and what it counted, of one wallet and of all", async () => {
    const { ctx } = await makeMerchant();
    await makeFlatRule(ctx, "2");
    await giveCredits(ctx, "10");
    await using(ctx);
    await addCredits(ctx, "43", { id: "other", amount: "5", reason: "" });

    expect(await getLatestVerification(ctx)).toBeNull();
    const one = await takeVerification(ctx, { customer: "42" });
    const all = await takeVerification(later(ctx, 1));

    expect(one).toMatchObject({ verification: { customer: "42", ok: true, wallets: 1n, entries: 2n } });
    expect(all).toMatchObject({ verification: { customer: null, ok: true, wallets: 2n, entries: 3n } });
    expect(await getLatestVerification(ctx)).toMatchObject({ at: later(ctx, 1).now, entries: 3n });
    expect(await getLatestVerification(ctx, "42")).toMatchObject({ at: ctx.now, entries: 2n });
    expect((await listVerifications(ctx)).data).toHaveLength(2);
  });

  it("names whose balance does not add up, at once and in the background", async () => {
    const { ctx, merchantId } = await makeMerchant();
    await giveCredits(ctx, "10");
    await tampered(merchantId);

    const broken = { ok: false, breaks: [{ what: "balance", customer: "42" }] };
    expect(await takeVerification(ctx)).toMatchObject({ verification: broken });
    expect(await takeVerification(ctx, { customer: "42" })).toMatchObject({ verification: broken });

    const about = { kind: "verification", permission: "usage:read", input: {}, total: 1 } as const;
    const task = await startTask(ctx, { ...about, queue: false });
    const clock = () => later(ctx, 60).now;
    const over = await runTask(task, {
      steps: { verification: takeVerificationStep },
      clock,
      millis: 60_000,
    });

    expect(over).toBe("over");
    expect(await getLatestVerification(ctx)).toMatchObject({ ...broken, at: clock(), wallets: 1n });
  });

  it("knows no other merchant's customers", async () => {
    const { ctx } = await makeMerchant();
    const { ctx: stranger } = await makeMerchant();
    await giveCredits(ctx, "10");

    await expect(takeVerification(stranger, { customer: "42" })).rejects.toMatchObject({ code: "not_found" });
    await takeVerification(ctx);
    expect(await getLatestVerification(stranger)).toBeNull();
  });
});
